package fr.genereferral.referral.histories;

import fr.genereferral.referral.Referral;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Another referral that stands where this one does: to try something, or to be one that behaves otherwise. */
final class ReferralCopy {
    private static final Field[] FIELDS = Arrays.stream(Referral.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers()))
            .peek(field -> field.setAccessible(true))
            .toArray(Field[]::new);

    private ReferralCopy() {}

    /** Noted is nothing. */
    static Referral of(Referral referral) {
        return into(new Plain(), referral);
    }

    static <T extends Referral> T into(T copy, Referral referral) {
        try {
            for (var field : FIELDS) {
                field.set(copy, field.get(referral));
            }
            return copy;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a field cannot be copied", e);
        }
    }

    private static final class Plain extends Referral {}
}
