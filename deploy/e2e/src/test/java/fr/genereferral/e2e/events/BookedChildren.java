package fr.genereferral.e2e.events;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Sent;
import fr.genereferral.e2e.load.Load;
import fr.genereferral.e2e.support.Organisation;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.local.LocalSystem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Children whose sending is entered in the book that the platform is held to. */
record BookedChildren(LocalSystem system, ClientBook book) {

    /** @return in the order of the hospitals, each of which sends one child of its own département */
    List<ReferredChild> sentBy(List<String> hospitals) {
        var posts = hospitals.stream().map(this::opened).toList();
        try (var load = new Load(system, book).start(posts)) {
            load.await();
        }
        return posts.stream().map(BookedChildren::followed).toList();
    }

    /** The same, when a hub has been asked for each of them. */
    List<ReferredChild> offeredBy(String... hospitals) {
        var children = sentBy(List.of(hospitals));
        children.forEach(child -> child.until("OFFERED"));
        return children;
    }

    /** A count of children of the same hospital. */
    List<ReferredChild> sentBy(String hospital, int count) {
        return sentBy(Stream.generate(() -> hospital).limit(count).toList());
    }

    /** On the mainland a FINESS number begins with the département. */
    private Sent opened(String hospital) {
        var body = Sample.sma().livingIn(hospital.substring(0, 2)).body();
        return book.open(
                Organisation.hospital(system, hospital), UUID.randomUUID().toString(), body.toString());
    }

    private static ReferredChild followed(Sent sent) {
        var acknowledged = sent.acknowledgement().orElseThrow(() -> new AssertionError(sent + ": " + sent.attempts()));
        return ReferredChild.of(sent.organisation().finess(), acknowledged.referral());
    }
}
