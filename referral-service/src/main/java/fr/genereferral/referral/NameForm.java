package fr.genereferral.referral;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The form in which names are compared: capitals without accents, ligatures written out, and one word whatever stood
 * between its parts. {@code Élise-Anne}, {@code elise anne} and {@code ELISEANNE} are one name; so are {@code Œdipe} and
 * {@code OEDIPE}. A family name has a second form, without its particles: {@code de La Tour} is found as {@code La Tour}.
 *
 * <p>What is kept of a name is a hash of its form: whoever changes a form finds nobody who was sent before.
 */
public final class NameForm {
    /** U+02BC is an apostrophe that Unicode takes for a letter. */
    private static final int LETTER_LIKE_APOSTROPHE = 0x02BC;

    /** Accents, and what has no width. */
    private static final int UNWRITTEN = kinds(
            Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT);

    private static final int WITHIN_WORDS = kinds(
            Character.UPPERCASE_LETTER,
            Character.LOWERCASE_LETTER,
            Character.TITLECASE_LETTER,
            Character.MODIFIER_LETTER,
            Character.OTHER_LETTER,
            Character.DECIMAL_DIGIT_NUMBER,
            Character.LETTER_NUMBER,
            Character.OTHER_NUMBER);

    private static final Set<String> PARTICLES = Set.of(
            "D", "DA", "DAL", "DAS", "DE", "DEL", "DELLA", "DEN", "DER", "DES", "DI", "DO", "DOS", "DU", "EL", "AL",
            "L", "LA", "LE", "LES", "TEN", "TER", "VAN", "VOM", "VON", "Y", "ZU", "ZUM", "ZUR");

    private NameForm() {}

    /** Empty when there is no letter in it. */
    public static String of(String name) {
        return String.join("", words(name));
    }

    /** With its particles and without them; none when there is no letter in it. */
    public static Set<String> ofFamily(String name) {
        var words = words(name);
        var telling = words.stream().filter(word -> !PARTICLES.contains(word)).toList();
        var forms = new LinkedHashSet<String>();
        forms.add(String.join("", words));
        forms.add(String.join("", telling));
        forms.remove("");
        return forms;
    }

    /** In the same form, one by one; none when there is no letter in it. */
    public static List<String> words(String name) {
        var plain = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(one -> !isOf(UNWRITTEN, one))
                .forEach(plain::appendCodePoint);
        return split(writtenOut(plain.toString().toUpperCase(Locale.ROOT)));
    }

    private static List<String> split(String capitals) {
        var words = new ArrayList<String>();
        var begin = -1;
        for (var at = 0; at < capitals.length(); ) {
            var one = capitals.codePointAt(at);
            var within = isOf(WITHIN_WORDS, one) && one != LETTER_LIKE_APOSTROPHE;
            if (within && begin < 0) {
                begin = at;
            } else if (!within && begin >= 0) {
                words.add(capitals.substring(begin, at));
                begin = -1;
            }
            at += Character.charCount(one);
        }
        if (begin >= 0) {
            words.add(capitals.substring(begin));
        }
        return Collections.unmodifiableList(words);
    }

    /** @param types as {@link Character#getType(int)} counts them: all are below 32 */
    private static int kinds(byte... types) {
        var kinds = 0;
        for (var type : types) {
            kinds |= 1 << type;
        }
        return kinds;
    }

    private static boolean isOf(int kinds, int character) {
        return (kinds >> Character.getType(character) & 1) != 0;
    }

    /** Letters that are no accented ones. */
    private static String writtenOut(String capitals) {
        return capitals.replace("Œ", "OE")
                .replace("Æ", "AE")
                .replace("Ø", "O")
                .replace("Ł", "L")
                .replace("Đ", "D")
                .replace("Ð", "D")
                .replace("Þ", "TH")
                .replace("ẞ", "SS");
    }
}
