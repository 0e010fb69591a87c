package fr.genereferral.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port that nobody uses now and that no outgoing connection will take before the server does. */
public final class FreePort {
    // Linux and macOS give outgoing connections ports from 32768 and 49152 upwards.
    private static final int LOWEST = 20_000;
    private static final int BELOW = 32_000;

    private FreePort() {}

    public static int orGiven(int port) {
        return port == 0 ? any() : port;
    }

    public static int any() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // Taken: try another.
            }
        }
    }
}
