package fr.genereferral.e2e.rights;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import java.util.concurrent.atomic.AtomicInteger;

/** Therapies that no child is referred for: what a hub may do with them changes nothing for anybody else. */
final class Therapy {
    /** Is given and loses what is granted here. */
    static final String HUB = "590006607";

    private static final AtomicInteger LAST = new AtomicInteger(1000);

    private Therapy() {}

    static String unheardOf() {
        return "TRY-" + LAST.incrementAndGet();
    }

    static String grant(String therapy) {
        return "{\"therapy\": \"" + therapy + "\", \"from\": \"" + Sample.today() + "\"}";
    }

    /** One that the hub may give from today on. */
    static String granted() {
        var therapy = unheardOf();
        Caller.coordinator()
                .post(RunningSystem.hubs() + "/v1/hubs/" + HUB + "/accreditations", grant(therapy))
                .statusCode(201);
        return therapy;
    }
}
