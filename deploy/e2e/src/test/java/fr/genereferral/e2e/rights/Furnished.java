package fr.genereferral.e2e.rights;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Leaves something of most of what is kept, so that there is something to hide; and something of two hospitals. */
final class Furnished {
    private Furnished() {}

    /** A child of one hospital, of whom much has been said. */
    static Scene scene() {
        var beside = CompletableFuture.runAsync(Furnished::besideIt);
        var scene = Scene.followed();
        scene.question();
        readAndTakenBack(scene);
        Caller.hub(scene.asked())
                .post(scene.child().offerUrl() + "/claim", Stage.body("/claim"))
                .statusCode(200);
        scene.child().addFacts(Stage.body("/facts")).statusCode(201);
        beside.join();
        return scene;
    }

    /** By its hospital, after the hub has read it: what somebody may have decided by is kept. */
    private static void readAndTakenBack(Scene scene) {
        String document = scene.child()
                .attaches(Report.saying("taken back, of " + scene.referral()))
                .statusCode(201)
                .extract()
                .path("id");
        var url = scene.child().url() + "/documents/" + document;
        Caller.hub(scene.asked()).get(url).statusCode(200);
        Caller.hospital(Scene.HOSPITAL)
                .post(url + "/removal", "{\"reason\": \"REPLACED\"}")
                .statusCode(200);
    }

    private static void besideIt() {
        // It waits for a fact: no hub hears of it.
        ReferredChild.by(Scene.OTHER, Sample.sma().livingIn("973").titreNotDone());
        for (var hospital : List.of(Scene.OTHER, Scene.HOSPITAL)) {
            ReferredChild.draftedBy(hospital, Sample.sma().livingIn("49"));
        }
        directory();
        ReferredChild.by(Scene.HOSPITAL, Sample.sma().livingIn("49"))
                .until("OFFERED")
                .accepted()
                .met("GO")
                .statusCode(201);
    }

    /** What is said of a hub that nobody is sent to. */
    private static void directory() {
        var hub = "/v1/hubs/" + Therapy.HUB;
        said("/v1/directory/anomalies/" + Entry.anomaly() + "/settlement", Entry.body("/settlement"), 200);
        said("/v1/accreditations/" + Entry.accreditation() + "/trained-teams", Entry.body("/trained-teams"), 201);
        said(hub + "/accreditations/" + Therapy.granted() + "/revocation", Stage.body("/revocation"), 200);
        said(hub + "/capacity", Stage.body("/capacity"), 201);
        said("/v1/capacity-pauses/" + Entry.pause() + "/end", Stage.body("/end"), 201);
    }

    private static void said(String path, String body, int status) {
        Caller.coordinator().post(RunningSystem.hubs() + path, body).statusCode(status);
    }
}
