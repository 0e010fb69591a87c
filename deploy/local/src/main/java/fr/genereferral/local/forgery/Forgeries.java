package fr.genereferral.local.forgery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every way to come by a token that is not one, from what a good one says. */
public final class Forgeries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OVERSIZED = 100_000;
    private static final int LINE = 64;

    private final Issuer issuer;
    private final Map<String, Object> claims;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private Forgeries(Issuer issuer, Map<String, Object> claims) {
        this.issuer = issuer;
        this.claims = new LinkedHashMap<>(claims);
        var now = Instant.now();
        this.claims.put("iat", now.getEpochSecond());
        this.claims.put("exp", now.plus(Duration.ofHours(1)).getEpochSecond());
    }

    /** What is good about the others: the same claims, rightly signed. */
    public static String genuine(Issuer issuer, Map<String, Object> claims) {
        var good = new Forgeries(issuer, claims);
        return issuer.sign(good.token(good.claims));
    }

    /**
     * @param claims of a good token, but for its times
     * @return what is wrong, and the token
     */
    public static Map<String, String> of(Issuer issuer, Map<String, Object> claims) {
        var forging = new Forgeries(issuer, claims);
        forging.withoutSignature();
        forging.withAnotherKey();
        forging.withAPublicKeyAsSecret();
        forging.withOtherClaims();
        forging.withOtherTimes();
        forging.withAChangeAfterwards();
        forging.withAStrangeForm();
        return forging.tokens;
    }

    private void withoutSignature() {
        for (var algorithm : List.of("none", "None", "NONE", "nOnE")) {
            var token = new Jws(json(Map.of("alg", algorithm, "typ", "JWT")), json(claims));
            tokens.put("alg:" + algorithm, token.unsigned() + ".");
        }
        tokens.put("signature missing", token(claims).unsigned() + ".");
        tokens.put("two parts", token(claims).unsigned());
    }

    private void withAnotherKey() {
        var impostor = issuer.impostor();
        tokens.put("another's key", impostor.sign(token(claims)));
        var jwk = Map.of("kty", "RSA", "kid", issuer.kid(), "n", modulus(impostor), "e", "AQAB");
        tokens.put("another's key in jwk", impostor.sign(token("jwk", jwk)));
        tokens.put("another's key at jku", impostor.sign(token("jku", "http://127.0.0.1:1/keys")));
        tokens.put("another's key at x5u", impostor.sign(token("x5u", "http://127.0.0.1:1/chain")));
        for (var kid : List.of("unknown", "../../../../dev/null", "' or '1'='1", "http://127.0.0.1:1/key", "")) {
            tokens.put("another's key as kid " + kid, impostor.sign(token("kid", kid)));
        }
        tokens.put("kid unknown", issuer.sign(token("kid", "unknown")));
        tokens.put("kid like a path", issuer.sign(token("kid", "../../../../dev/null")));
    }

    private void withAPublicKeyAsSecret() {
        var der = issuer.keys().getPublic().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        var token = token("alg", "HS256");
        tokens.put("HS256 with the public key", token.hs256(der));
        tokens.put("HS256 with the public key as PEM", token.hs256(pem.getBytes()));
        tokens.put("HS256 with the modulus", token.hs256(modulus(issuer).getBytes()));
    }

    private void withOtherClaims() {
        tokens.put("issuer", signedWith("iss", "https://another.example.com"));
        tokens.put("issuer missing", signedWith("iss", null));
        tokens.put("audience", signedWith("aud", "another-api"));
        tokens.put("audience missing", signedWith("aud", null));
        tokens.put("ID token", signedWith("aud", "genereferral-web", "typ", "ID", "nonce", "n"));
        var twice = json(claims).replaceFirst("\\{", "{\"sub\":\"somebody-else\",");
        tokens.put("claim twice", issuer.sign(new Jws(header("kid", issuer.kid()), twice)));
    }

    private void withOtherTimes() {
        var hour = Duration.ofHours(1);
        tokens.put("expired", signedWith("exp", Instant.now().minus(hour).getEpochSecond()));
        tokens.put("never expires", signedWith("exp", null));
        tokens.put("expires in words", signedWith("exp", "tomorrow"));
        tokens.put("not yet valid", signedWith("nbf", Instant.now().plus(hour).getEpochSecond()));
    }

    private void withAChangeAfterwards() {
        var good = issuer.sign(token(claims));
        var signature = good.substring(good.lastIndexOf('.'));
        var other = new LinkedHashMap<>(claims);
        other.put("sub", "somebody-else");
        tokens.put("claims changed", token(other).unsigned() + signature);
        tokens.put("header changed", new Jws(header("typ", "jwt"), json(claims)).unsigned() + signature);
        var first = signature.charAt(1) == 'A' ? 'B' : 'A';
        tokens.put("signature changed", token(claims).unsigned() + "." + first + signature.substring(2));
        tokens.put("signature cut", good.substring(0, good.length() - 8));
    }

    private void withAStrangeForm() {
        tokens.put("oversized", signedWith("padding", "x".repeat(OVERSIZED * 3 / 4)));
        tokens.put("claims no JSON", issuer.sign(new Jws(header("kid", issuer.kid()), "no json")));
        tokens.put("header no JSON", issuer.sign(new Jws("no json", json(claims))));
        tokens.put("no token", "none");
        tokens.put("three empty parts", "..");
        tokens.put("five parts", "a.b.c.d.e");
        tokens.put("not Base64", "%%%.%%%.%%%");
    }

    /** @param changes name and value in turn; null takes the claim away */
    private String signedWith(Object... changes) {
        var changed = new LinkedHashMap<>(claims);
        for (var i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        changed.values().removeIf(java.util.Objects::isNull);
        return issuer.sign(token(changed));
    }

    private Jws token(Map<String, Object> said) {
        return new Jws(header("kid", issuer.kid()), json(said));
    }

    private Jws token(String field, Object value) {
        return new Jws(header(field, value), json(claims));
    }

    private String header(String field, Object value) {
        var header = new LinkedHashMap<String, Object>(Map.of("alg", "RS256", "typ", "JWT", "kid", issuer.kid()));
        header.put(field, value);
        return json(header);
    }

    private static String modulus(Issuer someone) {
        return Jws.encoded(
                ((RSAPublicKey) someone.keys().getPublic()).getModulus().toByteArray());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
