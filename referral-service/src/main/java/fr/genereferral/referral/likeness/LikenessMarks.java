package fr.genereferral.referral.likeness;

import fr.genereferral.referral.NameForm;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.likeness.Traits.Report;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keyed hashes by which two records are found that are worth a comparison: whoever has none in common is compared with nobody.
 * Unlike the marks by which a hospital finds its patients they are the same in every hospital, so only the platform may read
 * them. Each holds two things that must agree by ear or to the day, so that an error in any one leaves others: a name with the
 * day of birth, whichever field it stands in; family and given name without the day; the mother with the day; the place of birth
 * with the day, or with either name and the year; a report. Some nine a child. Of two records of one child 99.7 in a hundred
 * have one in common (measured on the draws that are for tuning).
 */
public final class LikenessMarks {
    private static final String NAME_AND_DAY = "like-by-name-and-day";
    private static final String NAMES = "like-by-names";
    private static final String MOTHER_AND_DAY = "like-by-mother-and-day";
    private static final String PLACE_AND_DAY = "like-by-place-and-day";
    private static final String NAME_AND_PLACE = "like-by-name-and-place";
    private static final String REPORT = "like-by-report";

    private final RequestHash hash;

    public LikenessMarks(RequestHash hash) {
        this.hash = hash;
    }

    /** None of a record that says nothing. */
    public Set<String> of(Traits traits) {
        var marks = new LinkedHashSet<String>();
        var families = families(traits);
        var given = given(traits);
        if (traits.birthDate() != null) {
            marks.addAll(withDay(NAME_AND_DAY, families, traits.birthDate()));
            marks.addAll(withDay(NAME_AND_DAY, heard(traits.givenNames()), traits.birthDate()));
            marks.addAll(withDay(MOTHER_AND_DAY, forms(traits.motherBirthName()), traits.birthDate()));
        }
        if (traits.birthDate() != null && traits.birthPlace() != null) {
            marks.addAll(placed(traits));
        }
        // In one order, whichever field each stands in.
        families.forEach(family -> given.forEach(
                first -> marks.add(hash.text(NAMES, new TreeSet<>(List.of(family, first)).toArray(String[]::new)))));
        traits.reports().forEach(report -> marks.addAll(reported(report)));
        return marks;
    }

    private Set<String> withDay(String purpose, Set<String> names, LocalDate day) {
        return names.stream()
                .map(name -> hash.text(purpose, name, eitherWay(day).toString()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * For whom a hand has changed both names, or one of them and the day. Place and day alone are made for a record with a given
     * name only: whoever names nobody would be taken for any child of that place and day, and learn that there is one. In a
     * country of birth are too many who bear one name.
     */
    private Set<String> placed(Traits traits) {
        var place = OtherLikeness.city(traits.birthPlace());
        var year = Integer.toString(traits.birthDate().getYear());
        var names = new LinkedHashSet<String>();
        if (traits.familyName() != null) {
            names.add(NameLikeness.sound(NameForm.of(traits.familyName())));
        }
        var given = NameLikeness.apart(traits.givenNames());
        given.stream().limit(1).map(NameForm::of).map(NameLikeness::sound).forEach(names::add);
        names.remove("");
        var marks = new LinkedHashSet<String>();
        if (!given.isEmpty()) {
            marks.addAll(withDay(PLACE_AND_DAY, Set.of(place), traits.birthDate()));
        }
        if (!OtherLikeness.isCountry(place)) {
            names.forEach(name -> marks.add(hash.text(NAME_AND_PLACE, name, place, year)));
        }
        return marks;
    }

    private static Set<String> families(Traits traits) {
        var all = new LinkedHashSet<>(forms(traits.familyName()));
        all.addAll(forms(traits.usedName()));
        return all;
    }

    /** Whole, without particles, and each part of a double name, by ear. */
    private static Set<String> forms(String name) {
        return name == null
                ? Set.of()
                : NameLikeness.forms(name).stream().map(NameLikeness::sound).collect(Collectors.toSet());
    }

    /** Day and month swapped are one mark. */
    private static LocalDate eitherWay(LocalDate day) {
        return day.getDayOfMonth() < day.getMonthValue()
                ? LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue())
                : day;
    }

    /** The first as it stands, and the first word of it. */
    private static Set<String> given(Traits traits) {
        var apart = NameLikeness.apart(traits.givenNames());
        return apart.isEmpty() ? Set.of() : heard(List.of(traits.givenNames().get(0), apart.get(0)));
    }

    /** Each as it stands, and each word of it, by ear. */
    private static Set<String> heard(List<String> names) {
        return Stream.concat(names.stream(), NameLikeness.apart(names).stream())
                .map(NameForm::of)
                .filter(form -> !form.isEmpty())
                .map(NameLikeness::sound)
                .collect(Collectors.toSet());
    }

    private Set<String> reported(Report report) {
        var marks = new LinkedHashSet<String>();
        LocalDate day = report.signedOn();
        if (day != null && report.accreditation() != null) {
            marks.add(hash.text(REPORT, "number", report.accreditation(), day.toString()));
        }
        if (day != null && report.laboratory() != null) {
            marks.add(hash.text(REPORT, "name", NameForm.of(report.laboratory()), day.toString()));
        }
        return marks;
    }
}
