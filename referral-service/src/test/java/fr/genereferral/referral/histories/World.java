package fr.genereferral.referral.histories;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.NOW;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.InMemoryReferrals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Referrals that may be of one child, each in its own time, and the coordinator who finds out. */
final class World {
    private static final int MINUTES = 1_000;
    private static final int SELDOM = 15;
    private static final int HOW_SLOW = 6;
    /** Two of one hospital, one of another. */
    private static final List<Actor> SENDERS = List.of(BASTIA, People.ANGERS, BASTIA);

    static final int MOST = SENDERS.size();

    private final HistoryClock clock = new HistoryClock(NOW);
    private final List<Case> cases;
    private final Coordinator coordinator;
    private final JointLaws laws;

    World(Parts parts) {
        // What a referral has noted is for its laws to take.
        var kept = new InMemoryReferrals(referral -> {});
        cases = IntStream.range(0, SENDERS.size())
                .mapToObj(number -> new Case(number + 1, SENDERS.get(number), parts, kept, clock))
                .toList();
        coordinator = new Coordinator(parts, cases, kept, clock);
        laws = new JointLaws(cases, kept);
    }

    /** Everything happens in turn; in some histories hub-directory-service is slow to hear. Then everybody hears what there is to hear, and nobody does anything any more. */
    void live(List<Step> history) {
        var hubsAreSlow = !history.isEmpty() && new Random(~history.get(0).chance()).nextInt(3) == 0;
        for (var step : history) {
            var chance = new Random(step.chance());
            clock.pass(Duration.ofMinutes(chance.nextInt(MINUTES)));
            step.what().happen(this, chance);
            laws.hold();
            if (chance.nextBoolean()) {
                comeToRest(chance, chance.nextInt(3) == 0, !hubsAreSlow || chance.nextInt(HOW_SLOW) == 0);
            }
            one(chance).holdForSomebody(chance);
        }
        var chance = new Random(history.size());
        one(chance).holdForEverybody();
        comeToRest(chance, true, true);
        cases.forEach(Case::holdAtRest);
        Broken.unless(!coordinator.isWaiting(), Law.NOTHING_WAITS_FOR_EVER, () -> "a merge that no word ends");
    }

    /**
     * @param withMerges whether what was decided of two is done too
     * @param heardByHubs whether hub-directory-service hears what there is to hear, too
     */
    private void comeToRest(Random chance, boolean withMerges, boolean heardByHubs) {
        cases.forEach(one -> one.comeToRest(chance, heardByHubs));
        while (withMerges && !coordinator.stopped().isEmpty()) {
            goOn();
            cases.forEach(one -> one.comeToRest(chance, heardByHubs));
        }
        laws.hold();
    }

    /** What was decided, and has waited for a hub's word, is done. */
    void goOn() {
        decide(Coordinator::goOn);
        Broken.unless(coordinator.stopped().isEmpty(), Law.NOTHING_WAITS_FOR_EVER, coordinator::stopped);
    }

    /** The coordinator does something: it may be refused, and then nothing has changed. */
    void decide(Consumer<Coordinator> what) {
        laws.tried(() -> what.accept(coordinator));
        laws.decided();
        cases.forEach(Case::hold);
        laws.hold();
    }

    /** One that was sent, where there is any; now and then any other. */
    Case one(Random chance) {
        var sent = sent();
        return sent.isEmpty() ? cases.get(0) : Kind.any(chance.nextInt(SELDOM) == 0 ? cases : sent, chance);
    }

    List<Case> sent() {
        return cases.stream().filter(one -> one.referral().isSent()).toList();
    }

    /** The next one that is sent. */
    Optional<Case> draft() {
        return cases.stream()
                .filter(one -> !one.referral().isSent() && !one.state().isEnd())
                .findFirst();
    }

    Case named(UUID id) {
        return cases.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    Coordinator coordinator() {
        return coordinator;
    }
}
