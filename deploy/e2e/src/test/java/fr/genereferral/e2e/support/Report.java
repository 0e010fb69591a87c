package fr.genereferral.e2e.support;

/** A document as a laboratory sends one. */
public final class Report {
    public static final String TYPE = "application/pdf";

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
}
