package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.EntryChange.Hand;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.HubEdit;
import fr.genereferral.hubdirectory.Hubs;
import fr.genereferral.hubdirectory.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Entries of the directory are added and changed; each change is an event and a line of the entry's history. */
@ApplicationScoped
class KeepingEntries {
    private final Hubs hubs;
    private final AskingTheNext asking;

    KeepingEntries(Hubs hubs, AskingTheNext asking) {
        this.hubs = hubs;
        this.asking = asking;
    }

    /** Once for each key. */
    Uni<Hub> register(HubBodies.Registration registration, IdempotencyKey key, String by) {
        return hubs.register(
                registration.id(),
                key,
                registration.location(),
                now -> Hub.register(
                        registration.id(), registration.entry(), registration.location(), new Hand(by, now)));
    }

    /** A hub that closes is asked for nobody any longer: the next hubs are. What it has accepted stays. */
    Uni<Hub> edit(String hub, HubEdit edit, String by) {
        if (edit.closes()) {
            return hubs.curtail(
                    hub, (found, now) -> found.edit(edit, new Hand(by, now)), () -> asking.insteadOf(hub, null));
        }
        return hubs.change(hub, (found, now) -> found.edit(edit, new Hand(by, now)));
    }
}
