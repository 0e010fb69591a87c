package fr.genereferral.referral.likeness;

import java.time.LocalDate;
import java.util.List;

/**
 * One hospital's record of an invented child.
 *
 * @param familyName of birth; null when it is not known, as is every other field that may be
 * @param sex FHIR AdministrativeGender
 * @param birthPlace INSEE code
 * @param disease ORPHA code
 */
record Written(
        String familyName,
        String usedName,
        List<String> givenNames,
        LocalDate birthDate,
        String sex,
        String birthPlace,
        String motherBirthName,
        List<Report> reports,
        String disease) {

    /** @param accreditation null where the laboratory's name alone stands */
    record Report(String laboratory, String accreditation, LocalDate signedOn) {}
}
