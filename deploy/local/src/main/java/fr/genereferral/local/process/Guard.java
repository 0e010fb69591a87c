package fr.genereferral.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A shell that outlives this JVM by a few seconds and ends what it leaves behind. Its standard input is a pipe from us:
 * however we die, kill -9 included, the pipe closes and the shell goes to work.
 */
final class Guard implements AutoCloseable {
    // TERM for the JVMs, INT for PostgreSQL (its TERM would wait for every client), KILL for who does not listen.
    // Ctrl-C in a terminal reaches the guard too: it must not be the first to go.
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            pids=
            while read -r change pid; do
              case $change in
                watch) pids="$pids $pid" ;;
                forget)
                  kept=
                  for p in $pids; do [ "$p" = "$pid" ] || kept="$kept $p"; done
                  pids=$kept ;;
              esac
            done
            [ -n "$pids" ] || exit 0
            kill -TERM $pids; kill -INT $pids
            for second in 1 2 3 4 5 6; do sleep 1; kill -0 $pids || break; done
            kill -KILL $pids
            """;

    private final Process shell;

    Guard(Path log) {
        try {
            shell = new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void watch(long pid) {
        tell("watch " + pid);
    }

    void forget(long pid) {
        tell("forget " + pid);
    }

    private synchronized void tell(String line) {
        try {
            var input = shell.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The guard of the child processes is gone", e);
        }
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
