package fr.genereferral.hubdirectory.tracking;

import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.PlacementRecords.PlacementFile;
import fr.genereferral.hubdirectory.PlacementRecords.StoredRun;
import fr.genereferral.hubdirectory.web.MatchRunRepresentation;

/**
 * Who reads a placement.
 *
 * @param hub null for the coordinator and the auditor, who read everything
 * @param knowsTheChild whether where the child comes from is shown: to a hub only while its offer stands
 */
record Reader(String hub, boolean knowsTheChild) {
    static Reader national() {
        return new Reader(null, true);
    }

    /** @param file holds this hub's own offers alone */
    static Reader hub(String hub, PlacementFile file) {
        return new Reader(hub, file.placement().allOffers().stream().anyMatch(Offer::stands));
    }

    MatchRunRepresentation representation(StoredRun stored) {
        var origin = knowsTheChild ? stored.run().origin() : null;
        return MatchRunRepresentation.from(stored, new MatchRunRepresentation.Sight(origin, hub, this::mayReadTermsOf));
    }

    /** A hub reads the terms of its own place alone, and while its offer stands: they say how far the child lives. */
    private boolean mayReadTermsOf(String ranked) {
        return hub == null || (knowsTheChild && hub.equals(ranked));
    }
}
