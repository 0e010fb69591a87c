package fr.genereferral.e2e.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.rights.Column.Place;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.Ins;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Together;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A referral that one hub has declined and another is asked for. A hospital follows it only where that is said. */
record Scene(ReferredChild child, String former, String formerOffer, String asked, String offer) {
    /** Refers the child. */
    static final String HOSPITAL = "490000049";
    /** Has nothing to do with it. */
    static final String OTHER = "970300026";
    /** Has sent the child too, where a scene is followed. */
    static final String FOLLOWER = "350007084";

    /** National numbers that no other test sends. */
    private static final String NUMBERS = "287092B035";

    private static final int ORDERS = 1000;
    private static final AtomicInteger LAST = new AtomicInteger();

    /** By referral. */
    private static final Map<String, String> DOCUMENTS = new ConcurrentHashMap<>();

    static Scene laid() {
        return laid(Sample.sma().livingIn("49"));
    }

    /** As the caller of a trial needs it. */
    static Scene laidFor(Trial trial) {
        return trial.place() == Place.FOLLOWER ? followed() : laid();
    }

    /** Another hospital has sent the child too; the two are found to be of one, and it follows the child here. */
    static Scene followed() {
        var sample = Sample.sma().livingIn("49");
        var order = "%03d".formatted(LAST.incrementAndGet() % ORDERS);
        Ins.qualify((ObjectNode) sample.body().get("identity"), Ins.withKey(NUMBERS + order));
        var scene = laid(sample);
        var second = ReferredChild.by(FOLLOWER, sample);
        String survivor = Caller.coordinator()
                .post(
                        second.url() + "/merge",
                        "{\"other\": \"" + scene.referral() + "\", \"reason\": \"HOSPITALS_AGREE\"}")
                .statusCode(200)
                .extract()
                .path("survivor");
        assertEquals(scene.referral(), survivor);
        return scene;
    }

    private static Scene laid(Sample sample) {
        var child = ReferredChild.by(HOSPITAL, sample).until("OFFERED");
        var former = child.hub();
        var formerOffer = offerOf(child);
        child.decline("NO_CAPACITY").statusCode(200);
        child.untilOffers(2);
        return new Scene(child, former, formerOffer, child.hub(), offerOf(child));
    }

    static List<Scene> laid(int count) {
        return Together.each(IntStream.range(0, count).boxed().toList(), i -> laid());
    }

    private static String offerOf(ReferredChild child) {
        var url = child.offerUrl();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** The key that opens the identity goes: what erasing a patient comes to. What was attached before stays closed. */
    Scene erased() {
        document();
        ErasedKeys.take(child.id());
        return this;
    }

    /** The hub that is asked waits for an answer. What was asked before is answered first: only so much may be open. */
    String question() {
        List<String> open =
                child.get("/questions").statusCode(200).extract().path("asked.findAll { it.state == 'OPEN' }.id");
        open.forEach(one -> child.answers(one, Stage.body("/answer")));
        return child.asks(asked, Stage.body("/questions"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** One that its hospital has attached: the same whenever it is asked for. */
    String document() {
        return DOCUMENTS.computeIfAbsent(child.id(), first -> child.attaches(Report.saying(first))
                .statusCode(201)
                .extract()
                .path("id"));
    }

    String referral() {
        return child.id();
    }

    String organisation(Place place) {
        return switch (place) {
            case HOME -> HOSPITAL;
            case ASKED -> asked;
            case FORMER -> former;
            case OTHER -> OTHER;
            case FOLLOWER -> FOLLOWER;
            case NOWHERE -> null;
        };
    }

    /** A hub knows the offer that was made to it, and no other. */
    String offer(Place place) {
        return place == Place.FORMER ? formerOffer : offer;
    }
}
