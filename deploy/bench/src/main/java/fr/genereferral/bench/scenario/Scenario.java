package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.local.service.ServicePlan;
import fr.genereferral.local.service.ServiceSettings;

/** Measures one thing on a fresh platform. Fails when what is stored is not what was acknowledged, never for being slow. */
public interface Scenario {
    Findings measure(Bed bed) throws InterruptedException;

    /** How the services run: as shipped, unless a scenario has to say otherwise. */
    default ServicePlan services() {
        return ServicePlan.freePorts().asShipped();
    }

    /**
     * Nobody looks for one child in two referrals: it is done after the answer, by a clock, so it is no part of intake, and a
     * scenario that empties tables and counts their rows would meet it in the midst.
     */
    static ServicePlan withoutComparing() {
        return ServicePlan.freePorts().asShipped().environment(ServiceSettings.REFERRAL, "DUPLICATES_EVERY", "off");
    }
}
