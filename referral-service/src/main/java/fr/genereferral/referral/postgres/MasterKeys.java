package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdentityAltered;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The current master key, which wraps, and the others, which still open what they have wrapped. */
@ApplicationScoped
class MasterKeys {
    private final MasterKey current;
    private final Map<String, MasterKey> byId = new LinkedHashMap<>();

    MasterKeys(MasterKeyConfig config) {
        var configured = config.masterKey()
                .orElseThrow(() -> new ConfigurationException(
                        "REFERRAL_MASTER_KEY is missing: without it no identity could be stored or read"));
        current = MasterKey.parse("REFERRAL_MASTER_KEY", configured);
        add(current);
        config.otherMasterKeys()
                .orElse(List.of())
                .forEach(other -> add(MasterKey.parse("REFERRAL_OTHER_MASTER_KEYS", other)));
    }

    private void add(MasterKey key) {
        if (byId.put(key.id(), key) != null) {
            throw new ConfigurationException("two master keys have the id " + key.id());
        }
    }

    String currentId() {
        return current.id();
    }

    Set<String> ids() {
        return Set.copyOf(byId.keySet());
    }

    byte[] wrap(UUID place, byte[] secret) {
        return current.wrap(place, secret);
    }

    /** @throws IdentityAltered when it was wrapped for another place, or under a key that is not known */
    byte[] unwrap(String masterKeyId, UUID place, byte[] wrapped) {
        return Optional.ofNullable(byId.get(masterKeyId))
                .orElseThrow(() -> new IdentityAltered(place, "key"))
                .unwrap(place, wrapped);
    }
}
