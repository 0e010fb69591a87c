package fr.genereferral.referral.withdrawal;

/**
 * What the hub in charge says of a wish to stop.
 *
 * @param reason why it does not stop; null when it does
 */
record CancellationAnswer(Decision decision, String reason) {
    enum Decision {
        CONFIRMED,
        REFUSED
    }

    boolean isConfirmed() {
        return decision == Decision.CONFIRMED;
    }
}
