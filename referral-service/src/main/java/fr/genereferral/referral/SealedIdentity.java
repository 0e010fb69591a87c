package fr.genereferral.referral;

import java.util.Map;

/** A patient's identity, each field encrypted and bound to its referral and name. */
public record SealedIdentity(Map<String, byte[]> fields) {
    public SealedIdentity {
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "SealedIdentity[redacted]";
    }
}
