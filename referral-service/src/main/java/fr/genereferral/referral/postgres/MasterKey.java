package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdentitySeal;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.UUID;

/**
 * The key that wraps the per-referral keys: {@code id:base64 of 32 bytes}, from the environment. Without a usable one
 * the service does not start: it would store what nobody could read again.
 */
@Startup
@ApplicationScoped
class MasterKey {
    private static final int LENGTH = 32;

    private final String id;
    private final byte[] key;

    MasterKey(MasterKeyConfig config) {
        var configured = config.masterKey();
        var colon = configured.indexOf(':');
        if (colon < 1) {
            throw new IllegalStateException("REFERRAL_MASTER_KEY must read <key id>:<base64 of 32 bytes>");
        }
        id = configured.substring(0, colon);
        try {
            key = Base64.getDecoder().decode(configured.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("REFERRAL_MASTER_KEY is not base64");
        }
        if (key.length != LENGTH) {
            throw new IllegalStateException("REFERRAL_MASTER_KEY must be 32 bytes, it is " + key.length);
        }
    }

    String id() {
        return id;
    }

    byte[] wrap(UUID referralId, byte[] referralKey) {
        return new IdentitySeal(key, referralId).seal("key", referralKey);
    }

    byte[] unwrap(UUID referralId, byte[] wrapped) {
        return new IdentitySeal(key, referralId).open("key", wrapped);
    }
}
