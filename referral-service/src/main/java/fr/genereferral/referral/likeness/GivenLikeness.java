package fr.genereferral.referral.likeness;

import fr.genereferral.referral.NameForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two children may bear one given name. The first counts, or one that stands first in either: twins and cousins have a
 * later one in common, which is {@code PARTLY}; and so is one part of two compound names.
 */
final class GivenLikeness {
    private static final int HALF = 2;

    private GivenLikeness() {}

    static Agreement of(List<String> one, List<String> other) {
        if (isEmpty(one) || isEmpty(other)) {
            return Agreement.UNKNOWN;
        }
        var whole = NameLikeness.best(wholes(one), wholes(other));
        if (whole == Agreement.SAME) {
            return isContradicted(one, other) ? Agreement.NEAR : Agreement.SAME;
        }
        if (whole == Agreement.NEAR || isFirst(one, other) || isCalledByAnother(one, other)) {
            return Agreement.NEAR;
        }
        return NameLikeness.best(all(one), all(other)) != Agreement.DIFFERENT || sharePart(one, other)
                ? Agreement.PARTLY
                : Agreement.DIFFERENT;
    }

    /** The names after the first are others: two children, whose first names have changed places with one in common. */
    private static boolean isContradicted(List<String> one, List<String> other) {
        var ones = later(one);
        var others = later(other);
        return !ones.isEmpty()
                && !others.isEmpty()
                && NameLikeness.best(ones, others) == Agreement.DIFFERENT
                && !FaintLikeness.between(ones, others)
                && !isInitial(ones, others)
                && !isInitial(others, ones);
    }

    private static boolean isInitial(Set<String> letters, Set<String> names) {
        return letters.stream()
                .anyMatch(letter -> letter.length() == 1 && names.stream().anyMatch(name -> name.startsWith(letter)));
    }

    /** One bears later names, the other none: they may have been left out, or be what tells two twins apart. */
    static boolean isOneSided(List<String> one, List<String> other) {
        return later(one).isEmpty() != later(other).isEmpty()
                && !NameForm.of(String.join(" ", one)).equals(NameForm.of(String.join(" ", other)));
    }

    private static boolean isFirst(List<String> one, List<String> other) {
        return NameLikeness.best(firsts(one), firsts(other)) != Agreement.DIFFERENT
                || isHalf(one.get(0), other.get(0))
                || isHalf(other.get(0), one.get(0))
                || FaintLikeness.between(firsts(one), firsts(other));
    }

    /** One hospital calls the child by its second name, or has turned the two round. */
    private static boolean isCalledByAnother(List<String> one, List<String> other) {
        return NameLikeness.best(firsts(one), all(other)) != Agreement.DIFFERENT
                || NameLikeness.best(all(one), firsts(other)) != Agreement.DIFFERENT;
    }

    private static Set<String> later(List<String> names) {
        return NameLikeness.apart(names).stream()
                .skip(1)
                .map(NameForm::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isEmpty(List<String> names) {
        return NameLikeness.apart(names).isEmpty();
    }

    /** The first as it stands, and all of them in a row, as some systems write them. */
    private static Set<String> wholes(List<String> names) {
        var wholes = new LinkedHashSet<String>();
        wholes.add(NameForm.of(names.get(0)));
        wholes.add(NameForm.of(String.join(" ", names)));
        wholes.remove("");
        return wholes;
    }

    /** The first as it stands, and its first word where several stand in one text. */
    private static Set<String> firsts(List<String> names) {
        var firsts = new LinkedHashSet<String>();
        firsts.add(NameForm.of(names.get(0)));
        firsts.add(NameForm.of(NameLikeness.apart(names).get(0)));
        firsts.remove("");
        return firsts;
    }

    private static Set<String> all(List<String> names) {
        var all = NameLikeness.apart(names).stream()
                .map(NameForm::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        names.forEach(name -> all.add(NameForm.of(name)));
        all.remove("");
        return all;
    }

    /** Jean for Jean-Baptiste, and for Jeanbaptiste. */
    private static boolean isHalf(String whole, String part) {
        var form = NameForm.of(whole);
        var half = NameForm.of(part);
        if (half.length() > HALF && form.length() > half.length() + HALF && form.startsWith(half)) {
            return true;
        }
        var parts = NameLikeness.compound(whole);
        return parts.length > 1
                && NameLikeness.compound(part).length == 1
                && NameLikeness.of(NameForm.of(parts[0]), half) != Agreement.DIFFERENT;
    }

    /** Anne-Lise and Anne-Laure. */
    private static boolean sharePart(List<String> one, List<String> other) {
        return NameLikeness.best(NameLikeness.parts(one.get(0)), NameLikeness.parts(other.get(0)))
                != Agreement.DIFFERENT;
    }
}
