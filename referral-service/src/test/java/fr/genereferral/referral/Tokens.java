package fr.genereferral.referral;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens as the platform's identity provider would sign them (RS256), each signed once: signing is slow. */
public final class Tokens {
    public static final String RENNES = "350007084";
    public static final String ANGERS = "490000049";
    public static final String NANTES = "440000271";

    private static final Map<List<Object>, String> SIGNED = new ConcurrentHashMap<>();

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
        return token(finess, Set.of(role), "subject-" + role, audience);
    }

    /** Of somebody who has two offices. */
    public static String both(String finess, String role, String other) {
        return token(finess, Set.of(role, other), "subject-" + role, "referral-api");
    }

    private static String token(String finess, Set<String> roles, String subject, String audience) {
        var asked = List.<Object>of(String.valueOf(finess), roles, subject, audience);
        return SIGNED.computeIfAbsent(asked, nobodyYet -> signed(finess, roles, subject, audience));
    }

    private static String signed(String finess, Set<String> roles, String subject, String audience) {
        var claims = Jwt.subject(subject)
                .groups(roles)
                .issuer("https://server.example.com")
                .audience(audience)
                .expiresIn(Duration.ofHours(6));
        if (finess != null) {
            claims.claim("organization_finess", finess);
        }
        return claims.jws().keyId("1").sign("privateKey.jwk");
    }
}
