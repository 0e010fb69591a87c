package fr.genereferral.e2e.faults;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Tables;
import fr.genereferral.e2e.load.Load;
import fr.genereferral.e2e.support.Organisation;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.process.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Refers children and waits until each of them has been offered to somebody. */
record OfferedChildren(LocalSystem system, ClientBook book) {
    private static final Duration TO_BE_OFFERED = Duration.ofSeconds(90);

    List<OfferedChild> refer(int count) {
        try (var load = new Load(system, book).start(count)) {
            load.await();
        }
        new Patience("offers for " + count + " children", TO_BE_OFFERED)
                .until(() -> offered().size() == count);
        return offered();
    }

    private List<OfferedChild> offered() {
        var senders = book.acknowledged()
                .collect(Collectors.toMap(s -> s.acknowledgement().orElseThrow().referral(), s -> s.organisation()));
        return new Tables(system)
                        // Offered as referral-service has heard it: before that, a withdrawal would meet another state.
                        .read(
                                "referral",
                                """
                        select r.id, o ->> 'offerId', o -> 'hub' ->> 'id'
                        from referral r, json_array_elements(r.offers::json -> 'all') o
                        where r.state = 'OFFERED' and o ->> 'state' = 'OPEN'
                        """,
                                row -> new OfferedChild(
                                        row.getString(1),
                                        senders.get(row.getString(1)),
                                        row.getString(2),
                                        Organisation.hub(system, row.getString(3))))
                        .stream()
                        .filter(child -> child.hospital() != null)
                        .toList();
    }

    /** Where the referrals stand, by id. */
    Map<String, String> states() {
        var states = new HashMap<String, String>();
        new Tables(system)
                .read(
                        "referral",
                        "select id, state from referral",
                        row -> states.put(row.getString(1), row.getString(2)));
        return states;
    }
}
