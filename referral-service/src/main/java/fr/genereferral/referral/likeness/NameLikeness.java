package fr.genereferral.referral.likeness;

import fr.genereferral.referral.NameForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two names may be one name, written twice. */
final class NameLikeness {
    /** What is shorter is no part of a double name, and no name that a slip has left. */
    static final int SHORT = 3;
    /** From here on two slips are two slips; in a shorter name they make another one. */
    private static final int MIDDLING = 6;

    private static final int LONG = 8;
    /** What stands before a name in one word with it, or is left out. */
    private static final Set<String> GLUED = Set.of(
            "ABDEL", "AIT", "AL", "BEN", "BENT", "D", "DA", "DE", "DEL", "DELA", "DER", "DES", "DI", "DOS", "DU", "EL",
            "LA", "LE", "VAN", "VANDEN", "VANDER", "VON");

    private static final Pattern MUTE = Pattern.compile("[ESTX]+$");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern WITHIN = Pattern.compile("[-\\s]+");

    private NameLikeness() {}

    /** @return {@code SAME} in form, {@code NEAR} with a slip or by ear, else {@code DIFFERENT} */
    static Agreement of(String one, String other) {
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return Agreement.DIFFERENT;
        }
        return isSlip(one, other) || isHeard(sound(one), sound(other)) ? Agreement.NEAR : Agreement.DIFFERENT;
    }

    /** By ear the same, or with one slip besides in a name that is long enough to stay the same one. */
    private static boolean isHeard(String one, String other) {
        return one.equals(other) || Math.min(one.length(), other.length()) > SHORT && Slips.between(one, other) == 1;
    }

    /** A part of a double name, or a name without its particle, where the whole stands in one word. */
    static boolean isGlued(Set<String> ones, Set<String> others) {
        return ones.stream()
                .anyMatch(one -> others.stream().anyMatch(other -> isGlued(one, other) || isGlued(other, one)));
    }

    private static boolean isGlued(String whole, String part) {
        var rest = whole.length() - part.length();
        if (part.length() <= SHORT || rest < 1) {
            return false;
        }
        return whole.endsWith(part) && GLUED.contains(whole.substring(0, rest))
                || rest > SHORT && (whole.startsWith(part) || whole.endsWith(part));
    }

    private static boolean isSlip(String one, String other) {
        if (Math.max(one.length(), other.length()) < SHORT) {
            return false;
        }
        var slips = Slips.between(one, other);
        return slips == 1 || slips == 2 && Math.min(one.length(), other.length()) >= MIDDLING || isCut(one, other);
    }

    /** A field of fixed length has cut one of them. */
    private static boolean isCut(String one, String other) {
        return Math.min(one.length(), other.length()) >= LONG && (one.startsWith(other) || other.startsWith(one));
    }

    /** What a French ear makes of it, roughly: doubled letters, ph, th, y, mute endings, nasal and open vowels as one. */
    static String sound(String form) {
        var heard = form.replace("PH", "F")
                .replace("TH", "T")
                .replace("EAU", "O")
                .replace("AU", "O")
                .replace("CK", "K")
                .replace("QU", "K")
                .replace("OU", "U")
                .replace("AIN", "IN")
                .replace("EIN", "IN")
                .replace("EN", "AN")
                .replace("EI", "E")
                .replace("AI", "E")
                .replace('Y', 'I')
                .replace('Z', 'S')
                .replace('C', 'K')
                .replace("H", "");
        heard = DOUBLED.matcher(heard).replaceAll("$1");
        return heard.length() > SHORT + 1 ? MUTE.matcher(heard).replaceAll("") : heard;
    }

    /** All forms in which a family name may have been meant: whole, without particles, each part of a double name. */
    static Set<String> forms(String name) {
        var forms = new LinkedHashSet<>(NameForm.ofFamily(name));
        forms.addAll(parts(name));
        return forms;
    }

    /** The parts of a compound name as they are written; a simple one alone. */
    static String[] compound(String name) {
        return WITHIN.split(name.strip());
    }

    /** Parts that are a name by themselves. */
    static Set<String> parts(String name) {
        var parts = new LinkedHashSet<String>();
        for (var part : compound(name)) {
            var form = NameForm.of(part);
            if (form.length() >= SHORT) {
                parts.add(form);
            }
        }
        return parts;
    }

    /** The best agreement of any of these with any of those. */
    static Agreement best(Set<String> ones, Set<String> others) {
        var best = Agreement.DIFFERENT;
        for (var one : ones) {
            for (var other : others) {
                var agreement = of(one, other);
                if (agreement == Agreement.SAME) {
                    return agreement;
                }
                best = agreement == Agreement.NEAR ? agreement : best;
            }
        }
        return best;
    }

    /** Those of a list, and those of a text that holds several. */
    static List<String> apart(List<String> names) {
        return names.stream()
                .flatMap(name -> BETWEEN.splitAsStream(name.strip()))
                .filter(name -> !NameForm.of(name).isEmpty())
                .toList();
    }
}
