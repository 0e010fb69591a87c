package fr.genereferral.referral;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form in which names are compared: capitals without accents, ligatures written out, and one word whatever stood
 * between its parts. {@code Élise-Anne}, {@code elise anne} and {@code ELISEANNE} are one name; so are {@code Œdipe} and
 * {@code OEDIPE}. A family name has a second form, without its particles: {@code de La Tour} is found as {@code La Tour}.
 *
 * <p>What is kept of a name is a hash of its form: whoever changes a form finds nobody who was sent before.
 */
public final class NameForm {
    /** Accents, and what has no width. */
    private static final Pattern UNWRITTEN = Pattern.compile("[\\p{M}\\p{Cf}]");
    /** U+02BC is an apostrophe that Unicode takes for a letter. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?:[^\\p{L}\\p{N}]|\\u02BC)+");

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
        var plain = UNWRITTEN
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(writtenOut(plain))
                .filter(word -> !word.isEmpty())
                .toList();
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
