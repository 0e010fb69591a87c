package fr.genereferral.e2e.support;

import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServicePlan;
import fr.genereferral.local.service.ServiceSettings;

/**
 * The platform under test: the one seam between the tests and how it is run. One for all tests of a run; it ends with the
 * JVM.
 */
public final class RunningSystem {
    private RunningSystem() {}

    /** Started by the first test; when that fails, every other test fails at once instead of trying again. */
    private static final class Started {
        static final LocalSystem SYSTEM =
                LocalSystem.start(EmbeddedPlatform.with(Part.values()).forTests(), services(), step -> {});
    }

    /**
     * How the services run for the tests: nobody looks for one child in two referrals, for the tests send the same invented
     * child hundreds of times. Whether a hub is to be reminded is looked at more often than every minute.
     */
    public static ServicePlan services() {
        return ServicePlan.freePorts()
                .environment(ServiceSettings.REFERRAL, "DUPLICATES_EVERY", "off")
                .environment(ServiceSettings.HUB_DIRECTORY, "OFFERS_REMINDERS_EVERY", "2s");
    }

    /** To break it, or to look behind the API; what is broken must stand again when the test ends. */
    public static LocalSystem system() {
        return Started.SYSTEM;
    }

    public static String referrals() {
        return system().url(ServiceSettings.REFERRAL);
    }

    public static String eligibility() {
        return system().url(ServiceSettings.ELIGIBILITY);
    }

    public static String hubs() {
        return system().url(ServiceSettings.HUB_DIRECTORY);
    }

    /** Base address of the identity server. */
    public static String keycloak() {
        return system().platform().realm().baseUrl();
    }

    public static String tokenEndpoint() {
        return system().platform().realm().tokenEndpoint();
    }
}
