package fr.genereferral.referral.documents;

import fr.genereferral.referral.AttachedDocument.Scan;
import fr.genereferral.referral.Refused;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * ClamAV's daemon, by its command INSTREAM: parts that are preceded by their lengths, then one of none, then its word. Where it
 * is away nothing is attached: who has installed one wants everything looked at. Its limit for a stream (StreamMaxLength) has
 * to be 20 MB at least.
 */
final class ClamdScanner implements Scanner {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final int LONGEST_WORD = 1_000;

    private final InetSocketAddress address;

    ClamdScanner(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public Scanning begin() {
        var socket = new Socket();
        try {
            socket.connect(address, (int) TO_CONNECT.toMillis());
            socket.setSoTimeout((int) TO_ANSWER.toMillis());
            var scanning = new Stream(socket);
            scanning.begin();
            return scanning;
        } catch (IOException e) {
            closed(socket);
            throw Refused.because("SCANNER_AWAY");
        }
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }

    private static final class Stream implements Scanning {
        private final Socket socket;
        private final DataOutputStream out;

        Stream(Socket socket) throws IOException {
            this.socket = socket;
            this.out = new DataOutputStream(socket.getOutputStream());
        }

        void begin() throws IOException {
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void take(byte[] bytes, int length) {
            try {
                out.writeInt(length);
                out.write(bytes, 0, length);
            } catch (IOException e) {
                throw Refused.because("SCANNER_AWAY");
            }
        }

        @Override
        public Scan end() {
            var word = word();
            if (word.endsWith(" FOUND")) {
                throw Refused.because("DOCUMENT_INFECTED");
            }
            if (!word.endsWith(": OK")) {
                throw Refused.because("SCANNER_AWAY");
            }
            return Scan.CLEAN;
        }

        private String word() {
            try {
                out.writeInt(0);
                out.flush();
                var word = new String(socket.getInputStream().readNBytes(LONGEST_WORD), StandardCharsets.US_ASCII);
                return word.replace("\0", "").strip();
            } catch (IOException e) {
                throw Refused.because("SCANNER_AWAY");
            }
        }

        @Override
        public void close() {
            closed(socket);
        }
    }
}
