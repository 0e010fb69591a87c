package fr.genereferral.e2e.rights;

import java.util.List;

/** For whom a caller works, and what he asks for. */
enum Column {
    OWN(List.of(Place.HOME), List.of(Thing.EXISTING)),
    ASKED(List.of(Place.ASKED), List.of(Thing.EXISTING)),
    FORMER(List.of(Place.FORMER), List.of(Thing.EXISTING)),
    OTHER(List.of(Place.OTHER), List.of(Thing.EXISTING)),
    FOLLOWER(List.of(Place.FOLLOWER), List.of(Thing.EXISTING)),
    OWN_ERASED(List.of(Place.HOME), List.of(Thing.ERASED)),
    ASKED_ERASED(List.of(Place.ASKED), List.of(Thing.ERASED)),
    FORMER_ERASED(List.of(Place.FORMER), List.of(Thing.ERASED)),
    OTHER_ERASED(List.of(Place.OTHER), List.of(Thing.ERASED)),
    NEVER(List.of(Place.HOME, Place.ASKED, Place.FORMER, Place.OTHER), List.of(Thing.NEVER)),
    NONE(List.of(Place.NOWHERE), List.of(Thing.EXISTING, Thing.ERASED, Thing.NEVER)),
    MALFORMED(List.of(Place.HOME, Place.ASKED, Place.FORMER, Place.OTHER), List.of(Thing.MALFORMED));

    /**
     * Whom a caller works for: the hospital that referred, the hub that is asked, one that was, neither, the hospital whose own
     * referral lives on in this one, nobody.
     */
    enum Place {
        HOME,
        ASKED,
        FORMER,
        OTHER,
        FOLLOWER,
        NOWHERE
    }

    /** What the address names. */
    enum Thing {
        EXISTING,
        ERASED,
        NEVER,
        MALFORMED
    }

    private final List<Place> places;
    private final List<Thing> things;

    Column(List<Place> places, List<Thing> things) {
        this.places = places;
        this.things = things;
    }

    List<Place> places() {
        return places;
    }

    List<Thing> things() {
        return things;
    }

    /** As the head of the table names it. */
    String title() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
