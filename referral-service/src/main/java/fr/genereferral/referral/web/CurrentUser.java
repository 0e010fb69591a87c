package fr.genereferral.referral.web;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is calling, from the token alone: never from a header or a body. The organisation is the FINESS ET of the site
 * ({@code organization_finess}).
 */
@RequestScoped
public class CurrentUser {
    private static final List<String> ROLES = List.of(
            Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR, Roles.INTEGRATOR);
    private static final Set<String> NATIONAL = Set.of(Roles.COORDINATOR, Roles.AUDITOR);

    private static final Pattern FINESS = Pattern.compile("(\\d{2}|2[AB])\\d{7}");
    /** A hub abroad has a code of its own. */
    private static final Pattern HUB = Pattern.compile("[0-9A-Z][0-9A-Z-]{1,31}");

    private static final Pattern NATIONAL_NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{1,31}");

    private final JsonWebToken token;
    private final SecurityIdentity identity;
    private final RoutingContext request;

    CurrentUser(JsonWebToken token, SecurityIdentity identity, RoutingContext request) {
        this.token = token;
        this.identity = identity;
        this.request = request;
    }

    /** The caller's reach, to do something with a referral. */
    public Access access(String action) {
        var actor = new Actor(token.getSubject(), organisation(), role());
        var rights = NATIONAL.contains(actor.role()) ? Rights.national() : Rights.of(actor.organisation());
        return new Access(
                actor, rights, action, request.request().remoteAddress().hostAddress());
    }

    public boolean isReferrer() {
        return identity.hasRole(Roles.REFERRER);
    }

    public boolean isCoordinator() {
        return identity.hasRole(Roles.COORDINATOR);
    }

    public boolean isAuditor() {
        return identity.hasRole(Roles.AUDITOR);
    }

    /** Who counts for the whole country; those who only write rules see no count that is so small that it names a child. */
    public boolean isNational() {
        return NATIONAL.stream().anyMatch(identity::hasRole);
    }

    public boolean isHub() {
        return identity.hasRole(Roles.HUB_CLINICIAN) || identity.hasRole(Roles.HUB_ADMIN);
    }

    /** Hospitals and hubs; the coordinator reads pseudonymous dossiers. */
    public boolean mayReadIdentity() {
        return isReferrer() || isHub();
    }

    private String organisation() {
        Object claim = token.getClaim("organization_finess");
        if (claim instanceof String name && form().matcher(name).matches()) {
            return name;
        }
        throw Refused.because("ORGANISATION_MISSING");
    }

    /** The words that the row-level policies understand are not names of organisations. */
    private Pattern form() {
        if (NATIONAL.contains(role())) {
            return NATIONAL_NAME;
        }
        return isReferrer() ? FINESS : HUB;
    }

    private String role() {
        return ROLES.stream().filter(identity::hasRole).findFirst().orElseThrow(() -> Refused.because("FORBIDDEN"));
    }
}
