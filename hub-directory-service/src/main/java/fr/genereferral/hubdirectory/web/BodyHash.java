package fr.genereferral.hubdirectory.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hash of a request's body: tells whether a key came with another body, without keeping the body. */
public final class BodyHash {
    private static final String ALGORITHM = "SHA-256";

    private BodyHash() {}

    /** Without a key: nothing that is sent to this service is about a patient. */
    public static byte[] of(byte[] body) {
        return of("", body);
    }

    /** @param about what the address names and the body does not */
    public static byte[] of(String about, byte[] body) {
        try {
            var digest = MessageDigest.getInstance(ALGORITHM);
            digest.update(about.getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java runtime", e);
        }
    }
}
