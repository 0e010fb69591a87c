package fr.genereferral.hubdirectory;

import jakarta.persistence.Embeddable;

/**
 * Who decides where the ranking has come to its end.
 *
 * @param person subject of the person: never told to another service
 * @param organisation for whom, as the token says
 */
@Embeddable
public record Coordinator(String person, String organisation) {
    /** The role that gives the right. */
    public static final String ROLE = "coordinator";

    /** As the others hear of it. */
    PlacementEvent.By asHeard() {
        return new PlacementEvent.By(organisation, ROLE);
    }
}
