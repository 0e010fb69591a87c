package fr.genereferral.referral.likeness;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * By what two records may be taken for those of one child, in clear: it lives as long as the comparison.
 *
 * @param familyName of birth; null when it is not known, as is every other field that may be
 * @param givenNames without what stands for a name while there is none; empty when none is known
 * @param birthDate as the dossier says it
 * @param sex FHIR AdministrativeGender; null when it is not known
 * @param birthPlace INSEE code of the commune, or of the country
 * @param ins national number
 */
public record Traits(
        String familyName,
        String usedName,
        List<String> givenNames,
        LocalDate birthDate,
        String sex,
        String birthPlace,
        String motherBirthName,
        List<Report> reports,
        String ins) {
    private static final Pattern GARBLED = Pattern.compile("[\u00C3-\u00C5][\u0080-\u00BF]");
    private static final String UNKNOWN_PLACE = "99999";
    private static final char UNREADABLE = '\uFFFD';

    public Traits {
        familyName = repaired(familyName);
        usedName = repaired(usedName);
        motherBirthName = repaired(motherBirthName);
        givenNames =
                Placeholders.without(givenNames.stream().map(Traits::repaired).toList());
        birthPlace = UNKNOWN_PLACE.equals(birthPlace) ? null : birthPlace;
        reports = List.copyOf(reports);
    }

    /** UTF-8 that a system has read as Latin-1 on its way: the accents come back. */
    private static String repaired(String name) {
        if (name == null
                || !GARBLED.matcher(name).find()
                || !StandardCharsets.ISO_8859_1.newEncoder().canEncode(name)) {
            return name;
        }
        var meant = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return meant.indexOf(UNREADABLE) < 0 ? meant : name;
    }

    /**
     * A laboratory's report.
     *
     * @param laboratory null when it is not known, as are the others
     * @param accreditation the laboratory's number
     */
    public record Report(String laboratory, String accreditation, LocalDate signedOn) {}

    @Override
    public String toString() {
        return "Traits[redacted]";
    }
}
