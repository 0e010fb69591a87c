package fr.genereferral.hubdirectory;

import java.util.ArrayList;
import java.util.List;

/**
 * What has happened to a hub and is not stored yet.
 *
 * @param changes for the history, each with the event that says it to the others
 * @param granted new accreditations
 * @param ends what was said of the ends of accreditations
 * @param teams what was attested of trained teams
 * @param capacity what was told of what the hub can do
 */
public record HubNews(
        List<EntryChange> changes,
        List<Accreditation> granted,
        List<AccreditationEnd> ends,
        List<TeamEvidence> teams,
        List<CapacityWord> capacity) {

    static HubNews none() {
        return new HubNews(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    HubNews taken() {
        var taken = new HubNews(
                List.copyOf(changes),
                List.copyOf(granted),
                List.copyOf(ends),
                List.copyOf(teams),
                List.copyOf(capacity));
        changes.clear();
        granted.clear();
        ends.clear();
        teams.clear();
        capacity.clear();
        return taken;
    }

    public List<HubChanged> events() {
        return changes.stream().map(EntryChange::event).toList();
    }
}
