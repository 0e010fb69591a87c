package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A service held in the middle of what it does, and let go again just as warm. */
final class Pause {
    private static final List<ServiceSettings> ALL =
            List.of(ServiceSettings.REFERRAL, ServiceSettings.ELIGIBILITY, ServiceSettings.HUB_DIRECTORY);

    private final Bed bed;

    Pause(Bed bed) {
        this.bed = bed;
    }

    void holdAllBut(ServiceSettings service) {
        ALL.stream().filter(other -> !other.equals(service)).forEach(other -> signal("-STOP", other));
    }

    void letAllGo() {
        ALL.forEach(this::letGo);
    }

    void letGo(ServiceSettings service) {
        signal("-CONT", service);
    }

    private void signal(String signal, ServiceSettings service) {
        var pid = Long.toString(bed.system().service(service).pid());
        try {
            if (new ProcessBuilder("kill", signal, pid).start().waitFor() != 0) {
                throw new IllegalStateException("kill " + signal + " " + service.module());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
