package fr.genereferral.e2e.support;

import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A service of the running platform, held in the middle of what it does. */
public final class Held {
    private Held() {}

    /** While this is done; whatever comes of it, the service goes on afterwards. */
    public static void during(ServiceSettings service, Runnable work) {
        var pid = Long.toString(RunningSystem.system().service(service).pid());
        signal("-STOP", pid);
        try {
            work.run();
        } finally {
            signal("-CONT", pid);
        }
    }

    private static void signal(String signal, String pid) {
        try {
            if (new ProcessBuilder("kill", signal, pid).start().waitFor() != 0) {
                throw new IllegalStateException("kill " + signal + " " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
