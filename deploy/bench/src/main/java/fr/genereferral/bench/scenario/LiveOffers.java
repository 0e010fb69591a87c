package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.load.ClosedLoop;
import fr.genereferral.local.process.Patience;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Offers that wait for an answer, made by the services themselves: referrals are sent in, assessed and routed. */
final class LiveOffers {
    private static final int CLIENTS = 8;
    /** Shorter than a token lives. */
    private static final int AT_ONCE = 5000;

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration TO_BE_MADE = Duration.ofMinutes(25);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Bed bed;

    /** @param referral the child that the hub is asked about */
    record LiveOffer(UUID id, UUID referral, String hub) {}

    LiveOffers(Bed bed) {
        this.bed = bed;
    }

    /**
     * So many, on a platform that has none; returns when referral-service shows every one. Nothing is told of those that are sent
     * together before they are all there: what is heard a hundred at a time costs a third.
     */
    List<LiveOffer> made(int wanted) {
        var outbox = new Outbox(bed, "referral");
        for (var left = wanted; left > 0; left -= AT_ONCE) {
            outbox.stop();
            refer(Math.min(left, AT_ONCE));
            outbox.resume();
        }
        var shown = "select count(*) from referral where state = 'OFFERED'";
        new Patience("offers for all " + wanted, TO_BE_MADE, BETWEEN_LOOKS)
                .until(() -> bed.database("referral").count(shown) == wanted);
        return bed.database("hub_directory")
                .query(
                        "select id, referral_id, hub_id from offer where state = 'OPEN' order by id",
                        row -> new LiveOffer(
                                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)));
    }

    private void refer(int many) {
        bed.renewTokens();
        var run = ClosedLoop.runSoMany(bed.sender().loop(), CLIENTS, many, LONGEST, client -> bed.door()
                .referUntilTaken());
        run.demandAcknowledged(many);
    }
}
