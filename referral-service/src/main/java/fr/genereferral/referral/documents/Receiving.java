package fr.genereferral.referral.documents;

import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.AttachedDocument.Scan;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.documents.content.ContentCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Takes a content in, piece after piece: checks, hashes and seals each, and keeps none of them open. */
final class Receiving {
    /** What one piece holds, open: little enough to have several at once in memory, enough for few rows. */
    static final int PIECE = 256 * 1024;

    private final UUID document;
    private final IdentitySeal seal;
    private final ContentCheck check;
    private final Scanner.Scanning scanning;
    private final Spool spool;
    private final MessageDigest sha = sha256();
    private int size;

    Receiving(UUID document, IdentitySeal seal, ContentCheck check, Scanner.Scanning scanning, Spool spool) {
        this.document = document;
        this.seal = seal;
        this.check = check;
        this.scanning = scanning;
        this.spool = spool;
    }

    /**
     * @return what the scanner says
     * @throws Refused for what is no such document, and where the body does not come to its end
     */
    Scan receive(InputStream body) {
        // Not closed: that would read what is refused to its end, and keep its sender waiting for the answer.
        var in = new PushbackInputStream(body);
        try {
            var piece = new byte[PIECE];
            var length = in.readNBytes(piece, 0, PIECE);
            if (length == 0) {
                throw Refused.because("DOCUMENT_EMPTY");
            }
            while (length > 0) {
                take(piece, length, isAtEnd(in));
                length = in.readNBytes(piece, 0, PIECE);
            }
        } catch (IOException e) {
            // Too slow, or gone: whoever is still there hears so.
            throw Refused.because("TOO_SLOW");
        }
        check.end();
        return scanning.end();
    }

    private static boolean isAtEnd(PushbackInputStream in) throws IOException {
        var next = in.read();
        if (next >= 0) {
            in.unread(next);
        }
        return next < 0;
    }

    private void take(byte[] piece, int length, boolean last) {
        check.take(piece, length);
        scanning.take(piece, length);
        sha.update(piece, 0, length);
        var place = AttachedDocument.place(document, spool.pieces(), last);
        spool.add(seal.seal(place, length == PIECE ? piece : Arrays.copyOf(piece, length)));
        size += length;
    }

    int size() {
        return size;
    }

    /** In hexadecimal digits; once. */
    String sha256Hex() {
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}
