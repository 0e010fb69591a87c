package fr.genereferral.hubdirectory.web;

/** The check digit of national numbers: from the right, every second digit counts double, and the sum of all ends in 0. */
public final class Luhn {
    private Luhn() {}

    /** The form has been checked before: digits alone. */
    public static boolean isRight(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }
}
