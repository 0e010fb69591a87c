package fr.genereferral.e2e.support;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A document as a laboratory sends one. */
public final class Report {
    public static final String TYPE = "application/pdf";

    /** More than all that stands around the words. */
    private static final int ROOM = 1000;

    private Report() {}

    /**
     * A small PDF.
     *
     * @param words that stand in it, so that no two are the same
     */
    public static String saying(String words) {
        var objects = """
                %PDF-1.7
                1 0 obj
                <</Type/Catalog/Pages 2 0 R>>
                endobj
                2 0 obj
                <</Type/Pages/Kids[]/Count 0>>
                endobj
                3 0 obj
                (%WORDS%)
                endobj
                """.replace("%WORDS%", words);
        return objects + "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4/Root 1 0 R>>\nstartxref\n"
                + objects.length() + "\n%%EOF\n";
    }

    /** One of just so many bytes, thousands at least; of letters by chance, so that no two pieces of it are the same. */
    public static byte[] ofSize(int size, Random chance) {
        var frame = saying(letters(size - ROOM, chance)).length() - (size - ROOM);
        return saying(letters(size - frame, chance)).getBytes(StandardCharsets.US_ASCII);
    }

    private static String letters(int count, Random chance) {
        var letters = new byte[count];
        chance.nextBytes(letters);
        for (var at = 0; at < count; at++) {
            letters[at] = (byte) ('A' + (letters[at] & 0xF));
        }
        return new String(letters, StandardCharsets.US_ASCII);
    }
}
