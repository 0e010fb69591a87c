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
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * Who signs: the key that the services trust, or one of somebody else's.
 *
 * @param kid by which the services know the key
 */
public record Issuer(String kid, KeyPair keys) {
    /** Reads a private RSA key as a JSON Web Key, with its primes: without them a signature takes four times as long; its stream is closed. */
    public static Issuer of(InputStream jwk) {
        try (jwk) {
            var key = new ObjectMapper().readTree(jwk);
            var factory = KeyFactory.getInstance("RSA");
            var modulus = number(key, "n");
            return new Issuer(
                    key.path("kid").asText(),
                    new KeyPair(
                            factory.generatePublic(new RSAPublicKeySpec(modulus, number(key, "e"))),
                            factory.generatePrivate(new RSAPrivateCrtKeySpec(
                                    modulus,
                                    number(key, "e"),
                                    number(key, "d"),
                                    number(key, "p"),
                                    number(key, "q"),
                                    number(key, "dp"),
                                    number(key, "dq"),
                                    number(key, "qi")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody whom nobody trusts, under the same name. Always the same one: to draw a key takes longer than to try them all. */
    Issuer impostor() {
        return new Issuer(
                kid, of(Issuer.class.getResourceAsStream("impostor.jwk")).keys());
    }

    String sign(Jws token) {
        return token.rs256(keys.getPrivate());
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }
}
