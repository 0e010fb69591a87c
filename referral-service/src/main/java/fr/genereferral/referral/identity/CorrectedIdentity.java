package fr.genereferral.referral.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The body of PUT …/identity, already checked.
 *
 * @param identity the whole of it
 */
record CorrectedIdentity(String reason, ObjectNode identity) {
    @Override
    public String toString() {
        return "CorrectedIdentity[redacted]";
    }
}
