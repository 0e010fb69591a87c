package fr.genereferral.hubdirectory;

/** What this service says on the topic hub.events; the field names are those of the schemas in contracts/published. */
public sealed interface HubEvent permits HubChanged, PlacementEvent {

    /** The aggregate it speaks of: a hub, or the referral of a placement. */
    String key();

    /** Version of that aggregate, 1..n without a hole. */
    long sequence();

    /** Name and version of the contract. */
    default String type() {
        return getClass().getSimpleName() + ".v1";
    }
}
