package fr.genereferral.referral;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * A referral's name that can be said on the telephone: {@code GR-} and seven characters without look-alikes plus a check
 * character. It is drawn at random: nothing of the patient is in it.
 */
public record Reference(String value) {
    /** 29 characters, a prime: the weighted sum below finds every single error and every swap of two neighbours. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXY";

    private static final int LENGTH = 7;
    private static final Pattern SHAPE = Pattern.compile("GR-[" + ALPHABET + "]{" + (LENGTH + 1) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Reference {
        if (!SHAPE.matcher(value).matches() || check(value.substring(3, 3 + LENGTH)) != value.charAt(3 + LENGTH)) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    public static Reference drawn() {
        var drawn = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            drawn.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Reference("GR-" + drawn + check(drawn.toString()));
    }

    private static char check(String characters) {
        var sum = 0;
        for (var i = 0; i < characters.length(); i++) {
            sum += (i + 1) * ALPHABET.indexOf(characters.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}
