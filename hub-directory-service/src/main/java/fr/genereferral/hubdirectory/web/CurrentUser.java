package fr.genereferral.hubdirectory.web;

import fr.genereferral.hubdirectory.Coordinator;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is calling, from the token alone: never from a header or a body. The organisation is the FINESS ET of the site
 * ({@code organization_finess}).
 */
@RequestScoped
public class CurrentUser {
    private static final Pattern NATIONAL_NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{1,31}");

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

    /** The same, for what is recorded under it: whoever changes something says for whom. */
    public String signatory() {
        organisation();
        return subject();
    }

    /** The same, as a placement remembers who has decided. */
    public Coordinator coordinator() {
        return new Coordinator(subject(), organisation());
    }

    /** What this caller may read of placements. */
    public Rights rights() {
        var organisation = organisation();
        return isNational() ? Rights.national() : Rights.of(organisation);
    }

    /** What lasts longer than a request ends then. */
    public Instant tokenEndsAt() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    /** The hub that the caller works for. */
    public String hub() {
        return named(HubNumber.FORM);
    }

    public String organisation() {
        return named(isNational() ? NATIONAL_NAME : HubNumber.FORM);
    }

    /** Who may change what is another's: an auditor reads everything and changes nothing. */
    public boolean isCoordinator() {
        return identity.hasRole(Roles.COORDINATOR);
    }

    /** Who may read what is another's. */
    public boolean isNational() {
        return isCoordinator() || identity.hasRole(Roles.AUDITOR);
    }

    /** Whether the caller answers for this hub; a referrer of the same site does not. */
    public boolean isOfHub(String hub) {
        return (identity.hasRole(Roles.HUB_CLINICIAN) || identity.hasRole(Roles.HUB_ADMIN))
                && hub.equals(token.getClaim("organization_finess"));
    }

    /** One name; a list, a number or nothing at all is none. */
    private String named(Pattern form) {
        Object claim = token.getClaim("organization_finess");
        if (claim instanceof String name && form.matcher(name).matches()) {
            return name;
        }
        throw Refused.because("ORGANISATION_MISSING");
    }
}
