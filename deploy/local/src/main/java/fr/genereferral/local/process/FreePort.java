package fr.genereferral.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A port that nobody uses now and that no outgoing connection will take before the server does. */
public final class FreePort {
    // Linux and macOS give outgoing connections ports from 32768 and 49152 upwards.
    private static final int LOWEST = 20_000;
    private static final int BELOW = 32_000;

    /** Kept open: a lock lives as long as its channel. */
    private static final Map<Integer, FileChannel> RESERVED = new HashMap<>();

    private FreePort() {}

    public static int orGiven(int port) {
        return port == 0 ? any() : port;
    }

    /** Nobody's now, and no other caller's of ours as long as this JVM runs: a server takes seconds until it binds its port. */
    public static int any() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
            if (isFree(port) && isReserved(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** A lock on a file of the user's: the system gives it back when the JVM ends, however it ends. */
    private static synchronized boolean isReserved(int port) {
        if (RESERVED.containsKey(port)) {
            return false;
        }
        try {
            var name = "genereferral-ports-" + System.getProperty("user.name");
            var folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), name));
            var file = FileChannel.open(
                    folder.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                return false;
            }
            RESERVED.put(port, file);
            return true;
        } catch (OverlappingFileLockException ours) {
            // Under another class loader of this JVM. The channel stays open: closing it would give that lock back too.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
