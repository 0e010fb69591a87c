package fr.genereferral.referral.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hash of a request's body: tells whether a key came with another body, without keeping the body. */
@ApplicationScoped
public class RequestHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    RequestHash(HashConfig config) {
        key = new SecretKeySpec(config.masterKey().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public byte[] of(byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java runtime", e);
        }
    }
}
