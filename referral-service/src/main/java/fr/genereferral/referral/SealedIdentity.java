package fr.genereferral.referral;

import java.util.Map;
import java.util.Set;

/**
 * A patient's identity as it is kept.
 *
 * @param fields each encrypted and bound to its referral and name
 * @param marks by which its hospital finds it again
 */
public record SealedIdentity(Map<String, byte[]> fields, Set<String> marks) {
    public SealedIdentity {
        fields = Map.copyOf(fields);
        marks = Set.copyOf(marks);
    }

    @Override
    public String toString() {
        return "SealedIdentity[redacted]";
    }
}
