package fr.genereferral.e2e.badinput;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Sample;
import java.util.List;

/**
 * What the requests are about: a child whose offer is open. Every refused move is tried on it, and it must stand as it stood.
 *
 * @param hub who is asked
 */
record Targets(String referral, String offer, String hub) {
    private static final String HOSPITAL = "350007084";

    static Targets prepared() {
        var child = ReferredChild.by(HOSPITAL, Sample.sma().livingIn("35")).until("OFFERED");
        var url = child.offerUrl();
        var targets = new Targets(child.id(), url.substring(url.lastIndexOf('/') + 1), child.hub());
        // Opened once by the hub: the first reading is noted, and would look like something stored by a refused one.
        Caller.hub(targets.hub).get(url).statusCode(200);
        return targets;
    }

    /** A right request but for the body, which is the caller's to give. */
    Call call(Operation operation) {
        var call = new Call(
                operation.api().service(),
                client(operation),
                operation.method(),
                address(operation.path()),
                List.of("Accept-Language: en"),
                new byte[0],
                operation.hasBody() ? Call.Framing.LENGTH : Call.Framing.NONE);
        if (operation.hasBody()) {
            call = call.plus("Content-Type: application/json");
        }
        return operation.needsKey() ? call.plus("Idempotency-Key: " + Call.FRESH) : call;
    }

    private String client(Operation operation) {
        var roles = operation.roles();
        // A hospital's token is not for the hub directory.
        if (roles.contains("referrer") && operation.api().service() != Service.HUB_DIRECTORY) {
            return "hospital-" + HOSPITAL;
        }
        return roles.contains("hub_clinician") ? "hub-" + hub : "national-coordinator";
    }

    private String address(String path) {
        return path.replace("/referrals/{id}", "/referrals/" + referral)
                .replace("/offers/{id}", "/offers/" + offer)
                .replace("{referralId}", referral)
                .replace("/hubs/{id}", "/hubs/750100208")
                .replace("/therapies/{id}", "/therapies/ONA-IV")
                // Nobody is referred for it in these tests.
                .replace("{therapy}", "LUX");
    }
}
