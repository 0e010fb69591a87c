package fr.genereferral.referral.likeness;

import fr.genereferral.referral.likeness.Written.Report;
import java.time.LocalDate;
import java.util.List;

/**
 * An invented child as it is, before anybody has written it down.
 *
 * @param family name of birth
 * @param otherParent name of the parent whose name it does not bear
 * @param birthPlace INSEE code, and that of the whole city behind it where there is one
 * @param residence where the family lives
 */
record Child(
        String family,
        String otherParent,
        List<String> given,
        LocalDate birthDate,
        String sex,
        String birthPlace,
        String residence,
        String mother,
        Report report,
        Report otherReport,
        String disease) {

    /** Another child of the same mother, born on this day, with reports of its own where they are given. */
    Child sibling(List<String> names, LocalDate born, String itsSex, Report its, Report itsOther) {
        return new Child(
                family, otherParent, names, born, itsSex, birthPlace, residence, mother, its, itsOther, disease);
    }

    /** Nothing in common but what is given. */
    Child like(String itsFamily, List<String> names, LocalDate born, String itsSex) {
        return new Child(
                itsFamily,
                otherParent,
                names,
                born,
                itsSex,
                birthPlace,
                residence,
                mother,
                report,
                otherReport,
                disease);
    }
}
