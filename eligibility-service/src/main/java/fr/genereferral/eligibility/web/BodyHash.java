package fr.genereferral.eligibility.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hash of a request's body: tells whether a key came with another body, without keeping the body. */
public final class BodyHash {
    private static final String ALGORITHM = "SHA-256";

    private BodyHash() {}

    /** Without a key: nothing that is sent to this service is about a patient. */
    public static byte[] of(byte[] body) {
        try {
            return MessageDigest.getInstance(ALGORITHM).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java runtime", e);
        }
    }
}
