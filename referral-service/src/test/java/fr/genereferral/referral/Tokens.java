package fr.genereferral.referral;

import io.smallrye.jwt.build.Jwt;
import java.util.Set;

/** Access tokens as the platform's identity provider would sign them (RS256). */
public final class Tokens {
    public static final String RENNES = "350007084";
    public static final String ANGERS = "490000049";
    public static final String NANTES = "440000271";

    private Tokens() {}

    public static String hospital(String finess) {
        return token(finess, "referrer", "referral-api");
    }

    public static String hub(String finess) {
        return token(finess, "hub_clinician", "referral-api");
    }

    public static String coordinator() {
        return token("national", "coordinator", "referral-api");
    }

    public static String token(String finess, String role, String audience) {
        var claims = Jwt.subject("subject-" + role)
                .groups(Set.of(role))
                .issuer("https://server.example.com")
                .audience(audience);
        if (finess != null) {
            claims.claim("organization_finess", finess);
        }
        return claims.jws().keyId("1").sign("privateKey.jwk");
    }
}
