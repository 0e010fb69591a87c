package fr.genereferral.referral.postgres;

import io.smallrye.config.ConfigMapping;

/** {@code REFERRAL_MASTER_KEY}. */
@ConfigMapping(prefix = "referral")
interface MasterKeyConfig {
    /** {@code <key id>:<base64 of 32 bytes>}; there is no default. */
    String masterKey();
}
