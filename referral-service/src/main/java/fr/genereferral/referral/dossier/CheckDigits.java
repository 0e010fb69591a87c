package fr.genereferral.referral.dossier;

/** The check digits of national numbers, which catch most slips of the hand; the form has been checked before. */
public final class CheckDigits {
    private static final int INS_BODY = 13;
    private static final int INS_MODULUS = 97;

    private CheckDigits() {}

    /** Luhn: from the right, every second digit counts double, and the sum of all digits ends in 0. */
    public static boolean areRightInRpps(String rpps) {
        var sum = 0;
        for (var i = 0; i < rpps.length(); i++) {
            var digit = Character.digit(rpps.charAt(rpps.length() - 1 - i), 10);
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }

    /** The key is 97 less the remainder of the first 13 digits; the départements of Corsica count as 19 and 18. */
    public static boolean areRightInIns(String ins) {
        var number = ins.replace("2A", "19").replace("2B", "18");
        var body = Long.parseLong(number.substring(0, INS_BODY));
        return Integer.parseInt(number.substring(INS_BODY)) == INS_MODULUS - body % INS_MODULUS;
    }
}
