package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdentitySeal;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** A key that wraps the per-referral keys, known by its id. */
final class MasterKey {
    private static final int LENGTH = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String id;
    private final byte[] key;

    private MasterKey(String id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    /**
     * @param setting where it stands, named when it is wrong; its value never is
     * @throws ConfigurationException when it does not read {@code <id>:<base64 of 32 bytes>}
     */
    static MasterKey parse(String setting, String configured) {
        var colon = configured.indexOf(':');
        if (colon < 1 || !ID.matcher(configured.substring(0, colon)).matches()) {
            throw new ConfigurationException(setting + " must read <key id>:<base64 of 32 bytes>");
        }
        var id = configured.substring(0, colon);
        var key = decoded(setting, id, configured.substring(colon + 1));
        if (key.length != LENGTH) {
            throw new ConfigurationException(
                    "%s: key %s must be %d bytes, it is %d".formatted(setting, id, LENGTH, key.length));
        }
        return new MasterKey(id, key);
    }

    private static byte[] decoded(String setting, String id, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // No cause: the decoder's message quotes the key.
            throw new ConfigurationException("%s: key %s is not base64".formatted(setting, id));
        }
    }

    String id() {
        return id;
    }

    /** @param place what the wrapped key is for: it opens nowhere else */
    byte[] wrap(UUID place, byte[] secret) {
        return new IdentitySeal(key, place).seal("key", secret);
    }

    byte[] unwrap(UUID place, byte[] wrapped) {
        return new IdentitySeal(key, place).open("key", wrapped);
    }

    @Override
    public String toString() {
        return id;
    }
}
