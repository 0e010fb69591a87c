package fr.genereferral.referral.postgres;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** {@code REFERRAL_MASTER_KEY} and {@code REFERRAL_OTHER_MASTER_KEYS}; each key is {@code <id>:<base64 of 32 bytes>}. */
@ConfigMapping(prefix = "referral")
interface MasterKeyConfig {
    /** Wraps every new key. There is no default, and no start without it. */
    Optional<String> masterKey();

    /** Open what they have wrapped and wrap nothing: the next key before a rotation, the former one after it. */
    Optional<List<String>> otherMasterKeys();
}
