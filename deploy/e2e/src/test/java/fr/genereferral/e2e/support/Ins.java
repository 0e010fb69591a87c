package fr.genereferral.e2e.support;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** National numbers of patients that nobody has. */
public final class Ins {
    /** Of the numbers that are made for tests. */
    private static final String SYSTEM = "urn:oid:1.2.250.1.213.1.4.10";

    private static final int MODULUS = 97;

    private Ins() {}

    /** @param body the first 13 characters; the Corsican 2A and 2B count as 19 and 18 */
    public static String withKey(String body) {
        var number = Long.parseLong(body.replace("2A", "19").replace("2B", "18"));
        return body + "%02d".formatted(MODULUS - number % MODULUS);
    }

    /** The identity is qualified, and of this number. */
    public static void qualify(ObjectNode identity, String ins) {
        identity.put("identityStatus", "QUAL");
        identity.putObject("ins").put("value", ins).put("system", SYSTEM);
    }
}
