package fr.genereferral.referral.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.AttachedDocument.Scan;
import fr.genereferral.referral.Refused;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a daemon that speaks as ClamAV's does. */
class ClamdScannerTest {
    private static final byte[] FIRST = "what comes".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SECOND = "first".getBytes(StandardCharsets.US_ASCII);

    @Test
    void tellsWhatIsClean() throws Exception {
        try (var daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = hearing(daemon, "stream: OK\0");

            assertEquals(Scan.CLEAN, scanned(daemon));
            assertArrayEquals(Files.joined(FIRST, SECOND), heard.get());
        }
    }

    @Test
    void refusesWhatIsNot() throws Exception {
        try (var daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            hearing(daemon, "stream: Eicar-Test-Signature FOUND\0");

            assertEquals("DOCUMENT_INFECTED", refusal(daemon));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INSTREAM size limit exceeded. ERROR\0", "stream: OK, perhaps\0"})
    void takesNothingElseForAYes(String word) throws Exception {
        try (var daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            hearing(daemon, word);

            assertEquals("SCANNER_AWAY", refusal(daemon));
        }
    }

    @Test
    void saysThatItIsAway() throws Exception {
        var daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        daemon.close();

        assertEquals("SCANNER_AWAY", refusal(daemon));
    }

    @Test
    void saysNothingWhereThereIsNone() {
        try (var scanning = new NoScanner().begin()) {
            scanning.take(FIRST, FIRST.length);

            assertEquals(Scan.NOT_SCANNED, scanning.end());
        }
    }

    private static String refusal(ServerSocket daemon) {
        return assertThrows(Refused.class, () -> scanned(daemon)).code();
    }

    private static Scan scanned(ServerSocket daemon) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), daemon.getLocalPort());
        try (var scanning = new ClamdScanner(address).begin()) {
            scanning.take(FIRST, FIRST.length);
            scanning.take(SECOND, SECOND.length);
            return scanning.end();
        }
    }

    private static CompletableFuture<byte[]> hearing(ServerSocket daemon, String word) {
        return CompletableFuture.supplyAsync(() -> {
            try (var caller = daemon.accept()) {
                var in = new DataInputStream(caller.getInputStream());
                assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
                var heard = new ByteArrayOutputStream();
                for (var length = in.readInt(); length > 0; length = in.readInt()) {
                    heard.writeBytes(in.readNBytes(length));
                }
                caller.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
                return heard.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
