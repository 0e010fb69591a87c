package fr.genereferral.referral.reminders;

import java.net.URI;
import java.util.Set;

/**
 * Where hospitals reach this service: what a letter's links begin with. It may have a path, where a proxy has one for this service.
 */
record Link(URI base) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws IllegalStateException when it is no address that a hospital could follow */
    Link {
        if (!SCHEMES.contains(String.valueOf(base.getScheme()))
                || base.getHost() == null
                || base.getQuery() != null
                || base.getFragment() != null) {
            throw new IllegalStateException(
                    "REMINDERS_MAIL_LINK must be like https://referrals.example or https://example/referrals");
        }
    }

    String host() {
        return base.getHost();
    }

    /** @param path begins with a slash */
    String to(String path) {
        var begin = base.toString();
        return (begin.endsWith("/") ? begin.substring(0, begin.length() - 1) : begin) + path;
    }
}
