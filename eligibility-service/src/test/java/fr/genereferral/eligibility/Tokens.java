package fr.genereferral.eligibility;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens as the platform's identity provider would sign them (RS256), each signed once: signing is slow. */
public final class Tokens {
    private static final String RENNES = "350007084";

    private static final Map<List<String>, String> SIGNED = new ConcurrentHashMap<>();

    private Tokens() {}

    public static String referrer() {
        return token("referrer", "eligibility-api");
    }

    public static String token(String role, String audience) {
        return SIGNED.computeIfAbsent(List.of(role, audience), nobodyYet -> signed(role, audience));
    }

    private static String signed(String role, String audience) {
        return Jwt.subject("subject-" + role)
                .groups(Set.of(role))
                .issuer("https://server.example.com")
                .audience(audience)
                .claim("organization_finess", RENNES)
                .expiresIn(Duration.ofHours(6))
                .jws()
                .keyId("1")
                .sign("privateKey.jwk");
    }
}
