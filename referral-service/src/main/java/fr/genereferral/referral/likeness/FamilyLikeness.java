package fr.genereferral.referral.likeness;

import fr.genereferral.referral.NameForm;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whether two children may bear one family name: of birth, of use, of the other parent, whole or in part. */
final class FamilyLikeness {
    private FamilyLikeness() {}

    static Agreement of(Traits one, Traits other) {
        if (one.familyName() == null && one.usedName() == null
                || other.familyName() == null && other.usedName() == null) {
            return Agreement.UNKNOWN;
        }
        var birth = ofBirth(one, other);
        if (birth == Agreement.SAME || birth == Agreement.NEAR) {
            return birth;
        }
        if (NameLikeness.best(all(one), all(other)) != Agreement.DIFFERENT
                || FaintLikeness.between(all(one), all(other))
                || NameLikeness.isGlued(all(one), all(other))) {
            return Agreement.NEAR;
        }
        return isOtherParents(one, other) || isOtherParents(other, one) ? Agreement.PARTLY : Agreement.DIFFERENT;
    }

    /** Alike by two slips in a short name alone: of twins with swapped names these may be the given ones. */
    static boolean isMerelyFaint(Traits one, Traits other) {
        return NameLikeness.best(all(one), all(other)) == Agreement.DIFFERENT
                && FaintLikeness.between(all(one), all(other))
                && !NameLikeness.isGlued(all(one), all(other));
    }

    /** The names of birth alone. */
    static Agreement ofBirth(Traits one, Traits other) {
        return one.familyName() == null || other.familyName() == null
                ? Agreement.UNKNOWN
                : NameLikeness.best(NameForm.ofFamily(one.familyName()), NameForm.ofFamily(other.familyName()));
    }

    /** The child of one record bears the name of the mother in the other. */
    private static boolean isOtherParents(Traits one, Traits other) {
        return other.motherBirthName() != null
                && NameLikeness.best(all(one), NameLikeness.forms(other.motherBirthName())) != Agreement.DIFFERENT;
    }

    private static Set<String> all(Traits traits) {
        var all = new LinkedHashSet<String>();
        if (traits.familyName() != null) {
            all.addAll(NameLikeness.forms(traits.familyName()));
        }
        if (traits.usedName() != null) {
            all.addAll(NameLikeness.forms(traits.usedName()));
        }
        return all;
    }
}
