package fr.genereferral.eligibility.web;

import fr.genereferral.eligibility.Refused;
import jakarta.enterprise.context.RequestScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, from the token alone: never from a header or a body. */
@RequestScoped
public class CurrentUser {
    private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{1,31}");

    private final JsonWebToken token;

    CurrentUser(JsonWebToken token) {
        this.token = token;
    }

    /** A person's pseudonym, as the identity provider knows it. */
    public String subject() {
        return token.getSubject();
    }

    /** The FINESS ET of the site, or the name of a national body. */
    public String organisation() {
        // One name; a list, a number or nothing at all is none.
        Object claim = token.getClaim("organization_finess");
        if (claim instanceof String name && ORGANISATION.matcher(name).matches()) {
            return name;
        }
        throw Refused.because("ORGANISATION_MISSING");
    }
}
