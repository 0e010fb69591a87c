package fr.genereferral.e2e.rights;

import fr.genereferral.e2e.rights.Column.Place;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Together;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** A referral that one hub has declined and another is asked for. */
record Scene(ReferredChild child, String former, String formerOffer, String asked, String offer) {
    /** Refers the child. */
    static final String HOSPITAL = "490000049";
    /** Has nothing to do with it. */
    static final String OTHER = "970300026";

    /** By referral. */
    private static final Map<String, String> DOCUMENTS = new ConcurrentHashMap<>();

    static Scene laid() {
        var child = ReferredChild.by(HOSPITAL, Sample.sma().livingIn("49")).until("OFFERED");
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
            case NOWHERE -> null;
        };
    }

    /** A hub knows the offer that was made to it, and no other. */
    String offer(Place place) {
        return place == Place.FORMER ? formerOffer : offer;
    }
}
