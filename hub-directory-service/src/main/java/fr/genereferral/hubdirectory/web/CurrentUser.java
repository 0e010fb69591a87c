package fr.genereferral.hubdirectory.web;

import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is calling, from the token alone: never from a header or a body. The organisation is the FINESS ET of the site
 * ({@code organization_finess}).
 */
@RequestScoped
public class CurrentUser {
    /** What the row-level policies understand beside organisations; nobody may be called so. */
    private static final Set<String> WORDS = Set.of("platform", "national");

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    CurrentUser(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /** A person's pseudonym, as the identity provider knows it. */
    public String subject() {
        return token.getSubject();
    }

    /** What this caller may read of placements. */
    public Rights rights() {
        return isNational() ? Rights.national() : Rights.of(hub());
    }

    /** The hub that the caller works for. */
    public String hub() {
        var finess = organisation();
        if (WORDS.contains(finess)) {
            throw Refused.because("ORGANISATION_MISSING");
        }
        return finess;
    }

    public String organisation() {
        String finess = token.getClaim("organization_finess");
        if (finess == null || finess.isBlank() || finess.contains(",")) {
            throw Refused.because("ORGANISATION_MISSING");
        }
        return finess;
    }

    public boolean isNational() {
        return identity.hasRole(Roles.COORDINATOR) || identity.hasRole(Roles.AUDITOR);
    }
}
