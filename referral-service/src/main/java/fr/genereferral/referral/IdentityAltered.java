package fr.genereferral.referral;

import java.util.UUID;

/**
 * A stored ciphertext does not open where it stands: altered, cut short, moved from another place, or sealed under another
 * key. Says where, and nothing of what it holds.
 */
public class IdentityAltered extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final UUID referralId;
    private final String field;

    // No cause: a provider's message may quote what it was given.
    public IdentityAltered(UUID referralId, String field) {
        super("field %s of referral %s does not open".formatted(field, referralId));
        this.referralId = referralId;
        this.field = field;
    }

    public UUID referralId() {
        return referralId;
    }

    public String field() {
        return field;
    }
}
