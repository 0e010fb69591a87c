package fr.genereferral.eligibility;

import io.smallrye.jwt.build.Jwt;
import java.util.Set;

/** Access tokens as the platform's identity provider would sign them (RS256). */
public final class Tokens {
    private static final String RENNES = "350007084";

    private Tokens() {}

    public static String referrer() {
        return token("referrer", "eligibility-api");
    }

    public static String token(String role, String audience) {
        return Jwt.subject("subject-" + role)
                .groups(Set.of(role))
                .issuer("https://server.example.com")
                .audience(audience)
                .claim("organization_finess", RENNES)
                .jws()
                .keyId("1")
                .sign("privateKey.jwk");
    }
}
