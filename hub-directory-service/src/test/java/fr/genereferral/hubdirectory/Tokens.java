package fr.genereferral.hubdirectory;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens as the platform's identity provider would sign them (RS256), each signed once: signing is slow. */
public final class Tokens {
    private static final String AUDIENCE = "hub-directory-api";

    private static final Map<List<Object>, String> SIGNED = new ConcurrentHashMap<>();

    private Tokens() {}

    public static String hub(String finess) {
        return token(finess, "hub_clinician", AUDIENCE);
    }

    public static String hospital(String finess) {
        return token(finess, "referrer", AUDIENCE);
    }

    public static String coordinator() {
        return token("national", "coordinator", AUDIENCE);
    }

    public static String auditor() {
        return token("national", "auditor", AUDIENCE);
    }

    public static String forAnotherService(String finess) {
        return token(finess, "hub_clinician", "referral-api");
    }

    public static String token(String finess, String role, String audience) {
        return token(finess, Set.of(role), audience, "subject-" + role);
    }

    /** Of somebody who has several roles. */
    public static String of(String finess, String... roles) {
        return token(finess, Set.of(roles), AUDIENCE, "subject-" + String.join("-", roles));
    }

    private static String token(String finess, Set<String> roles, String audience, String subject) {
        var asked = List.<Object>of(String.valueOf(finess), roles, subject, audience);
        return SIGNED.computeIfAbsent(asked, nobodyYet -> signed(finess, roles, audience, subject));
    }

    private static String signed(String finess, Set<String> roles, String audience, String subject) {
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
