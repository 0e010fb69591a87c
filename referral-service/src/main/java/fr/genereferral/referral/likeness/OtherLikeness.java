package fr.genereferral.referral.likeness;

import fr.genereferral.referral.NameForm;
import fr.genereferral.referral.likeness.Traits.Report;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Sex, place of birth, mother, report. */
final class OtherLikeness {
    private static final Set<String> CITIES = Set.of("75056", "69123", "13055");

    private OtherLikeness() {}

    static Agreement sex(Traits one, Traits other) {
        if (!isTold(one.sex()) || !isTold(other.sex())) {
            return Agreement.UNKNOWN;
        }
        return one.sex().equals(other.sex()) ? Agreement.SAME : Agreement.DIFFERENT;
    }

    private static boolean isTold(String sex) {
        return "male".equals(sex) || "female".equals(sex);
    }

    static Agreement place(String one, String other) {
        if (one == null || other == null) {
            return Agreement.UNKNOWN;
        }
        if (one.equals(other)) {
            return isCountry(one) ? Agreement.NEAR : Agreement.SAME;
        }
        return city(one).equals(city(other)) && (CITIES.contains(one) || CITIES.contains(other))
                ? Agreement.NEAR
                : Agreement.DIFFERENT;
    }

    /** Of who was born abroad the code says no more. */
    static boolean isCountry(String code) {
        return code.startsWith("99");
    }

    /** Of an arrondissement the whole city. */
    static String city(String code) {
        if (code.startsWith("751")) {
            return "75056";
        }
        if (code.startsWith("6938")) {
            return "69123";
        }
        return code.startsWith("132") ? "13055" : code;
    }

    static Agreement mother(Traits one, Traits other) {
        if (one.motherBirthName() == null || other.motherBirthName() == null) {
            return Agreement.UNKNOWN;
        }
        var births =
                NameLikeness.best(NameForm.ofFamily(one.motherBirthName()), NameForm.ofFamily(other.motherBirthName()));
        if (births != Agreement.DIFFERENT) {
            return births;
        }
        if (FaintLikeness.between(
                NameForm.ofFamily(one.motherBirthName()), NameForm.ofFamily(other.motherBirthName()))) {
            return Agreement.NEAR;
        }
        return isHusbands(one, other) || isHusbands(other, one) || isHusbands(one, one) && isHusbands(other, other)
                ? Agreement.PARTLY
                : Agreement.DIFFERENT;
    }

    /**
     * The name of the mother in one record is that of the child in the other: she may have been asked for the name she uses. So
     * it may be where in either she is called as the child is.
     */
    private static boolean isHusbands(Traits one, Traits other) {
        return other.familyName() != null
                && NameLikeness.best(NameLikeness.forms(one.motherBirthName()), NameLikeness.forms(other.familyName()))
                        != Agreement.DIFFERENT;
    }

    /** Of all reports of the one and of the other, those that are most alike. */
    static Agreement report(List<Report> ones, List<Report> others) {
        var best = Agreement.UNKNOWN;
        for (var one : ones) {
            for (var other : others) {
                var agreement = report(one, other);
                best = best == Agreement.UNKNOWN || agreement.ordinal() < best.ordinal() ? agreement : best;
            }
        }
        return best;
    }

    private static Agreement report(Report one, Report other) {
        var laboratory = isOneLaboratory(one, other);
        var day = one.signedOn() != null && Objects.equals(one.signedOn(), other.signedOn());
        if (laboratory && day) {
            return Agreement.SAME;
        }
        return laboratory || day ? Agreement.PARTLY : Agreement.DIFFERENT;
    }

    private static boolean isOneLaboratory(Report one, Report other) {
        if (one.accreditation() != null && one.accreditation().equals(other.accreditation())) {
            return true;
        }
        return one.laboratory() != null
                && other.laboratory() != null
                && NameForm.of(one.laboratory()).equals(NameForm.of(other.laboratory()));
    }
}
