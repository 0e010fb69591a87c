package fr.genereferral.referral;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keyed hashes by which a hospital finds again whom it has sent. The hospital is part of each: one child has nothing in
 * common with itself in another hospital, and nobody finds another hospital's child by any of them.
 */
public final class PatientMarks {
    private static final String NAME = "found-by-name";
    private static final String INS = "found-by-ins";
    private static final String FILE = "found-by-file";

    private final String hospital;
    private final RequestHash hash;

    /** @param hospital FINESS ET of the site */
    public PatientMarks(String hospital, RequestHash hash) {
        this.hospital = hospital;
        this.hash = hash;
    }

    /** Everything by which this person is to be found: by each family name alone, and with each given name. */
    public Set<String> of(Person person) {
        var marks = new LinkedHashSet<String>();
        for (var family : person.familyNames()) {
            marks.addAll(named(family, null, person.birthDate()));
            spoken(person.givenNames()).forEach(given -> marks.addAll(named(family, given, person.birthDate())));
        }
        if (person.ins() != null) {
            marks.addAll(numbered(person.ins()));
        }
        if (person.fileNumber() != null) {
            marks.addAll(filed(person.fileNumber()));
        }
        return marks;
    }

    /** Each given name, all of them in a row, and the first of those that were written as one. */
    private static Set<String> spoken(List<String> given) {
        var all = new LinkedHashSet<>(given);
        all.add(String.join(" ", given));
        given.forEach(name -> all.add(name.strip().split("\\s+")[0]));
        return all;
    }

    /**
     * Any of these is of somebody so called.
     *
     * @param given null for whatever given name
     * @return none when the family name has no letter
     */
    public Set<String> named(String family, String given, String birthDate) {
        var first = given == null ? "" : NameForm.of(given);
        return NameForm.ofFamily(family).stream()
                .map(form -> hash.text(NAME, hospital, form, first, birthDate))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Set<String> numbered(String ins) {
        return Set.of(hash.text(INS, hospital, ins));
    }

    /** Written with or without spaces, in small letters or capitals; none when there is nothing else in it. */
    public Set<String> filed(String number) {
        var form = number.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
        return form.isEmpty() ? Set.of() : Set.of(hash.text(FILE, hospital, form));
    }
}
