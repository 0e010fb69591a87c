package fr.genereferral.referral;

/**
 * Who caused a change.
 *
 * @param subject the token's subject, or the service that was heard
 * @param organisation FINESS ET of the person's site; absent for the platform itself
 * @param role the role that gave the right
 */
public record Actor(String subject, String organisation, String role) {
    /** The platform acting on what the rules have judged. */
    public static final Actor RULES = platform("eligibility-service");

    /** The platform acting on what another service has published. */
    public static Actor platform(String service) {
        return new Actor(service, null, "platform");
    }
}
