package fr.genereferral.referral.histories;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Assessment;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.Placing;
import fr.genereferral.referral.Reference;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One referral, the people who act on it, and the neighbours that hear of it and answer, each in its own time. */
final class World {
    private static final int MINUTES = 1_000;

    private final Referral referral;
    private final People people;
    private final Laws laws;
    private final List<ReferralEvent> published = new ArrayList<>();
    private final RulesService rules = new RulesService();
    private final Arrivals<Assessment> judgements = new Arrivals<>(this::judged);
    private final Arrivals<HubDirectory.Said> placements = new Arrivals<>(this::placed);
    private final HubDirectory directory;
    private int heardByRules;
    private int heardByDirectory;
    private Instant now = NOW;

    /**
     * @param as the referral itself, or one that behaves otherwise
     * @param directory the hub directory, or one that errs
     */
    World(MoveTable table, UnaryOperator<Referral> as, Function<Consumer<HubDirectory.Said>, HubDirectory> directory) {
        referral = as.apply(Referral.drafted(new UUID(0, 1), new Reference("GR-7WH424BD"), BASTIA, NOW));
        people = new People(referral);
        laws = new Laws(referral, table);
        this.directory = directory.apply(placements::say);
    }

    /** Everything happens in turn; then everybody hears what there is to hear, and nobody does anything any more. */
    void live(List<Step> history) {
        for (var step : history) {
            var chance = new Random(step.chance());
            now = now.plus(Duration.ofMinutes(chance.nextInt(MINUTES)));
            step.kind().happen(this, chance);
            hold();
            if (chance.nextBoolean()) {
                comeToRest(chance);
            }
            laws.holdForSomebody(people, chance, now);
        }
        laws.holdForEverybody(people, now);
        comeToRest(new Random(history.size()));
        laws.holdAtRest(directory);
    }

    private void hold() {
        var changes = referral.takeChanges();
        changes.stream().filter(Change::told).map(Change::event).forEach(published::add);
        laws.hold(changes, referral.takeAccessChanges());
        referral.takeAssessments();
        referral.takeAmendments();
        referral.takeMeetings();
        referral.takeQuestions();
        referral.takeMessages();
    }

    /** As mostly, for a while: everybody hears what there is to hear before anybody does anything else. */
    private void comeToRest(Random chance) {
        while (heardByRules < published.size()
                || heardByDirectory < published.size()
                || !judgements.isAllHeard()
                || !placements.isAllHeard()) {
            rulesHear(chance);
            hubsHear();
            judgements.arriveNext();
            hold();
            placements.arriveNext();
            hold();
        }
    }

    /** Somebody does something: it may be refused, and then nothing has changed. */
    void tries(Consumer<People> what) {
        laws.tried(() -> what.accept(people));
        hold();
    }

    void hubs(Consumer<HubDirectory> what) {
        what.accept(directory);
    }

    void rulesHear(Random chance) {
        if (heardByRules < published.size()) {
            var said = rules.hear(published.get(heardByRules++), chance, now);
            if (said != null) {
                judgements.say(said);
            }
        }
    }

    void rulesJudgeAgain(Random chance) {
        if (rules.knowsSomething()) {
            judgements.say(rules.judgeAgain(chance, now));
        }
    }

    void hubsHear() {
        if (heardByDirectory < published.size()) {
            directory.hear(published.get(heardByDirectory++), now);
        }
    }

    void judgementArrives(Random chance) {
        judgements.arrive(chance);
    }

    void placementArrives(Random chance) {
        placements.arrive(chance);
    }

    private void judged(Assessment heard) {
        laws.machine(() -> referral.assessed(heard, RULES, now));
        laws.judged(heard);
        hold();
    }

    private void placed(HubDirectory.Said said) {
        laws.machine(() -> said.accept(new Placing(referral), now));
        hold();
    }

    /** The hub that is asked or responsible, as the referral knows it; some hub where none is. */
    Actor holder() {
        return referral.offers().all().stream()
                .filter(offer -> offer.state().equals("OPEN") || offer.state().equals("ACCEPTED"))
                .flatMap(offer -> People.HUBS.stream()
                        .filter(hub -> hub.organisation().equals(offer.hub().id())))
                .findFirst()
                .orElse(People.HUBS.get(0));
    }

    Instant now() {
        return now;
    }
}
