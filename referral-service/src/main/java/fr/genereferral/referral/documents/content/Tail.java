package fr.genereferral.referral.documents.content;

/** The last bytes of what has come. */
final class Tail {
    private final byte[] kept;
    private int length;

    Tail(int most) {
        kept = new byte[most];
    }

    void take(byte[] bytes, int count) {
        if (count >= kept.length) {
            System.arraycopy(bytes, count - kept.length, kept, 0, kept.length);
            length = kept.length;
            return;
        }
        var staying = Math.min(length, kept.length - count);
        System.arraycopy(kept, length - staying, kept, 0, staying);
        System.arraycopy(bytes, 0, kept, staying, count);
        length = staying + count;
    }

    int length() {
        return length;
    }

    int at(int place) {
        return kept[place] & 0xFF;
    }

    /** One character a byte. */
    String text() {
        return new String(kept, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
