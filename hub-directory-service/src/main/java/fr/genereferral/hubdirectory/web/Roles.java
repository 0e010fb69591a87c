package fr.genereferral.hubdirectory.web;

import fr.genereferral.hubdirectory.Coordinator;

/** Realm roles of the platform's identity provider that this service knows. */
public final class Roles {
    public static final String REFERRER = "referrer";
    public static final String HUB_CLINICIAN = "hub_clinician";
    public static final String HUB_ADMIN = "hub_admin";
    public static final String COORDINATOR = Coordinator.ROLE;
    public static final String AUDITOR = "auditor";
    public static final String RULES_AUTHOR = "rules_author";
    public static final String RULES_REVIEWER = "rules_reviewer";
    public static final String INTEGRATOR = "integrator";

    private Roles() {}
}
