package fr.genereferral.referral.histories;

import static fr.genereferral.referral.ReferralFixtures.RULES;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Assessment;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.InMemoryReferrals;
import fr.genereferral.referral.Placing;
import fr.genereferral.referral.Reference;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.dossier.Fact;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.facts.Speaking;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One referral, the people who act on it, and the neighbours that hear of it and answer, each in its own time. */
final class Case {
    private static final Reference REFERENCE = new Reference("GR-7WH424BD");

    private final Actor sender;
    private final List<UUID> others;
    private final Clock clock;
    private final InMemoryReferrals kept;
    private final Speaking speaking;
    private final Referral referral;
    private final People people;
    private final Laws laws;
    private final List<ReferralEvent> published = new ArrayList<>();
    private final RulesService rules = new RulesService();
    private final Arrivals<Assessment> judgements = new Arrivals<>(this::judged);
    private final Arrivals<HubDirectory.Said> placements = new Arrivals<>(this::placed);
    private final HubDirectory directory;
    private StatedFacts last;
    private int heardByRules;
    private int heardByDirectory;

    /**
     * A draft.
     *
     * @param number which of those that may be of one child
     */
    Case(int number, Actor sender, Parts parts, InMemoryReferrals kept, Clock clock) {
        this.sender = sender;
        others = IntStream.rangeClosed(1, World.MOST)
                .filter(other -> other != number)
                .mapToObj(Case::numbered)
                .toList();
        this.clock = clock;
        this.kept = kept;
        speaking = new Speaking(kept, clock);
        referral = parts.referral().apply(Referral.drafted(numbered(number), REFERENCE, sender, clock.instant()));
        kept.keep(referral);
        people = new People(referral);
        laws = new Laws(referral, parts.table());
        directory = parts.directory().apply(placements::say);
    }

    /** What has happened is heard of, and held to the laws. */
    void hold() {
        var changes = referral.takeChanges();
        changes.stream().filter(Change::told).map(Change::event).forEach(published::add);
        changes.forEach(change -> Broken.unless(!namesAnother(change), Law.WHO_SEES_IT, () -> change));
        laws.hold(changes, referral.takeAccessChanges());
        referral.takeAssessments();
        referral.takeMeetings();
        referral.takeQuestions();
        referral.takeMessages();
    }

    /** Nothing that a decision tells, in the timeline or to others, names the other referral or its hospital. */
    private boolean namesAnother(Change change) {
        if (!change.occasion().by().equals(People.COORDINATOR)) {
            return false;
        }
        var told = change.toString();
        return People.HOSPITALS.stream().anyMatch(one -> !one.equals(sender) && told.contains(one.organisation()))
                || others.stream().anyMatch(other -> told.contains(other.toString()));
    }

    boolean isAtRest(boolean heardByHubs) {
        return heardByRules == published.size()
                && (heardByDirectory == published.size() || !heardByHubs)
                && judgements.isAllHeard()
                && placements.isAllHeard();
    }

    /**
     * As mostly, for a while: everybody hears what there is to hear before anybody does anything else.
     *
     * @param heardByHubs whether hub-directory-service does, too; others hear what it has said all the same
     */
    void comeToRest(Random chance, boolean heardByHubs) {
        while (!isAtRest(heardByHubs)) {
            rulesHear(chance);
            if (heardByHubs) {
                hubsHear();
            }
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

    /** @param suspected whether the child has the number of one whom another hospital has referred */
    void send(boolean suspected, Actor by, Random chance) {
        var therapies = RulesService.THERAPIES.subList(0, chance.nextInt(3)).toArray(String[]::new);
        var sent = People.of(
                referral,
                ReferralFixtures.submission(REFERENCE, therapies),
                StatedFacts.firstDossier(chance),
                suspected);
        tries(one -> {
            referral.send(sent, by, now());
            kept.keep(sent);
        });
    }

    /** Something new, or the same request once more. */
    void addFacts(Actor by, Random chance) {
        if (last == null || chance.nextInt(4) > 0) {
            last = StatedFacts.drawn(by, chance);
        }
        tries(one -> speaking.add(id(), last.facts(), last.request(), access(last.by(), "ADD_FACTS")));
    }

    /** Where there is something to settle. */
    void settleFact(Actor by, Random chance) {
        if (!referral.isSent()) {
            return;
        }
        var open = FactHistory.of(kept.history(id())).facts().stream()
                .filter(fact -> !fact.choices().isEmpty())
                .toList();
        if (!open.isEmpty()) {
            Fact fact = Kind.any(open, chance);
            var holds = Kind.any(fact.choices(), chance);
            tries(one -> speaking.settle(id(), fact.name(), holds, access(by, "SETTLE_FACT")));
        }
    }

    private static Access access(Actor by, String action) {
        return new Access(by, Rights.of(by.organisation()), action, null);
    }

    /** Its hospital, or one that follows the child here; now and then anybody. */
    Actor speaker(Random chance) {
        var followers = followers();
        return Kind.mostly(followers.isEmpty() || chance.nextBoolean() ? sender : Kind.any(followers, chance), chance);
    }

    List<Actor> followers() {
        return People.HOSPITALS.stream()
                .filter(hospital -> referral.joint().isFollowedBy(hospital.organisation()))
                .toList();
    }

    void hubs(Consumer<HubDirectory> what) {
        what.accept(directory);
    }

    void rulesHear(Random chance) {
        if (heardByRules < published.size()) {
            var said = rules.hear(published.get(heardByRules++), chance, now());
            if (said != null) {
                judgements.say(said);
            }
        }
    }

    void rulesJudgeAgain(Random chance) {
        if (rules.knowsSomething()) {
            judgements.say(rules.judgeAgain(chance, now()));
        }
    }

    void hubsHear() {
        if (heardByDirectory < published.size()) {
            directory.hear(published.get(heardByDirectory++), now());
        }
    }

    void judgementArrives(Random chance) {
        judgements.arrive(chance);
    }

    void placementArrives(Random chance) {
        placements.arrive(chance);
    }

    private void judged(Assessment heard) {
        laws.machine(() -> referral.assessed(heard, RULES, now()));
        laws.judged(heard);
        hold();
    }

    private void placed(HubDirectory.Said said) {
        laws.machine(() -> said.accept(new Placing(referral), now()));
        hold();
    }

    /** The platform has compared it with another one. */
    void suspect() {
        laws.machine(() -> referral.duplicateSuspected(Actor.platform("referral-service"), now()));
        hold();
    }

    void holdForSomebody(Random chance) {
        laws.holdForSomebody(people, chance, now());
    }

    void holdForEverybody() {
        laws.holdForEverybody(people, now());
    }

    void holdAtRest() {
        laws.holdAtRest(directory);
    }

    /** It has become one with another one, or two again. */
    void clockMoved(Instant to) {
        laws.clockMoved(to);
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

    /** How many hubs are asked or responsible. */
    long hubsInCharge() {
        return referral.offers().all().stream()
                .filter(offer -> offer.state().equals("OPEN") || offer.state().equals("ACCEPTED"))
                .count();
    }

    Referral referral() {
        return referral;
    }

    private static UUID numbered(int number) {
        return new UUID(0, number);
    }

    UUID id() {
        return referral.id();
    }

    ReferralStatus state() {
        return referral.state();
    }

    Actor sender() {
        return sender;
    }

    Instant now() {
        return clock.instant();
    }
}
