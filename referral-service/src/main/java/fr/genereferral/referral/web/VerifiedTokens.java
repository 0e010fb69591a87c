package fr.genereferral.referral.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for a minute, and never past its end, that a token was found good: verifying its signature costs more than
 * anything else that a request does. What is remembered is known by the hash of the whole token, so that one changed
 * character, in the name of its key as much as in a claim, makes it a token that nobody has verified. Refusals are not
 * remembered.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final String REQUEST = RoutingContext.class.getName();

    private final OidcIdentityProvider verifying;
    private final Clock clock;
    private final Cache<String, Verified> verified;

    private record Verified(SecurityIdentity identity, Instant until) {
        boolean holds(Instant now) {
            return now.isBefore(until);
        }
    }

    VerifiedTokens(OidcIdentityProvider verifying, Clock clock) {
        this.verifying = verifying;
        this.clock = clock;
        verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<String, Verified>creating(
                        (token, found) -> Duration.between(clock.instant(), found.until())))
                .build();
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the one that verifies. */
    @Override
    public int priority() {
        return verifying.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = hash(request.getToken().getToken());
        var known = verified.getIfPresent(token);
        if (known != null && known.holds(clock.instant())) {
            return Uni.createFrom()
                    .item(during(known.identity(), HttpSecurityUtils.getRoutingContextAttribute(request)));
        }
        return verifying.authenticate(request, context).invoke(identity -> remember(token, identity));
    }

    boolean knows(String token, Instant at) {
        var known = verified.getIfPresent(hash(token));
        return known != null && known.holds(at);
    }

    private void remember(String token, SecurityIdentity identity) {
        // A token that is bound to a certificate or a key says so in "cnf": the proof is another for each request.
        if (identity != null
                && identity.getPrincipal() instanceof JsonWebToken claims
                && !claims.containsClaim("cnf")) {
            var end = Instant.ofEpochSecond(claims.getExpirationTime());
            var latest = clock.instant().plus(LONGEST);
            verified.put(token, new Verified(during(identity, null), end.isBefore(latest) ? end : latest));
        }
    }

    /** The identity without, or with another, request: the one that brought it first must not be kept alive. */
    private static SecurityIdentity during(SecurityIdentity identity, RoutingContext request) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(REQUEST, request)
                .build();
    }

    private static String hash(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}
