package fr.genereferral.local.forgery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * Who signs: the key that the services trust, or one of somebody else's.
 *
 * @param kid by which the services know the key
 */
public record Issuer(String kid, KeyPair keys) {
    private static final int BITS = 2048;

    /** Reads a private RSA key as a JSON Web Key; its stream is closed. */
    public static Issuer of(InputStream jwk) {
        try (jwk) {
            var key = new ObjectMapper().readTree(jwk);
            var factory = KeyFactory.getInstance("RSA");
            var modulus = number(key, "n");
            return new Issuer(
                    key.path("kid").asText(),
                    new KeyPair(
                            factory.generatePublic(new RSAPublicKeySpec(modulus, number(key, "e"))),
                            factory.generatePrivate(new RSAPrivateKeySpec(modulus, number(key, "d")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody whom nobody trusts, under the same name. */
    Issuer impostor() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new Issuer(kid, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(Jws token) {
        return token.rs256(keys.getPrivate());
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }
}
