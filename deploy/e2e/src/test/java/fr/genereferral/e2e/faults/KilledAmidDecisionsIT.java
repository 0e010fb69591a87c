package fr.genereferral.e2e.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.support.Answered;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.Ins;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.e2e.support.Together;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServiceSettings;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process ends as by kill -9 while hubs record meetings, care and outcomes, or while the coordinator merges referrals and
 * parts them again, and starts again. Each is asked for until it is answered, is so, and was done once.
 */
@EnabledIfSystemProperty(named = "e2e.long", matches = "true")
class KilledAmidDecisionsIT {
    private static final String RENNES = "350007084";
    private static final String ANGERS = "490000049";
    private static final int CHILDREN = 40;
    /** National numbers that no other test sends. */
    private static final String NUMBERS = "287072B034";

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Random CHANCE = Seed.random("killed amid decisions");

    private final LocalSystem system = RunningSystem.system();
    private final Insistence insistence = new Insistence();

    /** One child, referred twice. */
    private record Twice(ReferredChild first, ReferredChild second) {}

    static Stream<Victim> victims() {
        var system = RunningSystem.system();
        return Stream.of(
                Victim.of(system, ServiceSettings.REFERRAL),
                Victim.of(system, ServiceSettings.HUB_DIRECTORY),
                Victim.of(system, Part.POSTGRES));
    }

    @ParameterizedTest
    @MethodSource("victims")
    void meetingCareAndOutcomeAreThereOnce(Victim victim) throws Exception {
        var standing = Standing.of(system);
        var children = Together.each(numbers(), n -> ReferredChild.by(
                        RENNES, Sample.sma().livingIn("35").seeking("ONA-IV"))
                .until("OFFERED")
                .accepted());

        var hub = Caller.hub(children.get(0).hub());
        children.forEach(child -> assertEquals(children.get(0).hub(), child.hub()));

        killing(victim, children, child -> cared(hub, child));

        children.forEach(child -> {
            assertEquals(List.of("MEETING_GO", "CARE_BEGUN", "OUTCOME_TREATED"), after("OFFER_ACCEPTED", child));
            assertEquals(1, Answered.tree(child.get("/meetings")).path("items").size());
            await().atMost(ReferredChild.PATIENCE).untilAsserted(() -> assertEquals("CLOSED", placement(child)));
        });
        Invariants.check(system, new ClientBook());
        standing.assertUnchangedBut(victim);
    }

    private void cared(Caller hub, ReferredChild child) {
        var minutes = Sample.minutes("GO", "ONA-IV").toString();
        insistence.on(key -> hub.post(child.url() + "/meetings", minutes, key));
        var care = "{\"on\": \"" + Sample.today() + "\"}";
        insistence.on(key -> hub.post(child.url() + "/care", care, key), () -> state(child)
                .equals("IN_CARE"));
        var outcome = "{\"result\": \"TREATED\", \"on\": \"%s\", \"therapy\": \"ONA-IV\"}".formatted(Sample.today());
        insistence.on(key -> hub.post(child.url() + "/outcome", outcome, key), () -> state(child)
                .equals("COMPLETED"));
    }

    @ParameterizedTest
    @MethodSource("victims")
    void whatIsMergedAndPartedIsSoOnce(Victim victim) throws Exception {
        var standing = Standing.of(system);
        var pairs = Together.each(numbers(), n -> twice());

        killing(victim, pairs, this::mergedAndParted);

        pairs.forEach(pair -> {
            assertEquals(1, times("MERGED", pair.second()));
            assertEquals(1, times("UNMERGED", pair.second()));
            assertEquals(1, times("JOINED", pair.first()));
            pair.second().until("AWAITING_INFORMATION");
            Caller.hospital(ANGERS).get(pair.first().url()).statusCode(404);
        });
        Invariants.check(system, new ClientBook());
        standing.assertUnchangedBut(victim);
        Together.each(pairs, pair -> {
            pair.second().withdraw().statusCode(200);
            return pair.first().withdraw().statusCode(200);
        });
    }

    private void mergedAndParted(Twice pair) {
        var merge = "{\"other\": \"%s\", \"reason\": \"HOSPITALS_AGREE\"}"
                .formatted(pair.first().id());
        insistence.on(key -> coordinated(pair.second(), "/merge", merge));
        insistence.on(
                key -> coordinated(pair.second(), "/merge-undoing", "{\"reason\": \"OTHER\"}"),
                () -> times("UNMERGED", pair.second()) == 1);
    }

    private <T> void killing(Victim victim, List<T> all, Consumer<T> work) throws Exception {
        insistence.killing(victim, CHILDREN / 2 + CHANCE.nextInt(CHILDREN), all, work);
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, CHILDREN).boxed().toList();
    }

    /** All hangs on a titre that nobody has taken yet: no hub is looked for, so that the second is held. */
    private static Twice twice() {
        var sample = Sample.sma().livingIn("35").seeking("ONA-IV").titreNotDone();
        var number = NUMBERS + "%03d".formatted(LAST.incrementAndGet());
        Ins.qualify((ObjectNode) sample.body().get("identity"), Ins.withKey(number));
        var first = ReferredChild.by(RENNES, sample).until("AWAITING_INFORMATION");
        var second = ReferredChild.by(ANGERS, sample);
        await().atMost(ReferredChild.PATIENCE)
                .untilAsserted(() -> assertEquals("DUPLICATE_REVIEW", seenByTheNation(second)));
        return new Twice(first, second);
    }

    private static ValidatableResponse coordinated(ReferredChild child, String move, String body) {
        return Caller.coordinator().post(child.url() + move, body);
    }

    private static String seenByTheNation(ReferredChild child) {
        return Answered.tree(Caller.coordinator().get(child.url()))
                .path("state")
                .asText();
    }

    private static String state(ReferredChild child) {
        return child.tree().path("state").asText();
    }

    private static String placement(ReferredChild child) {
        var url = RunningSystem.hubs() + "/v1/placements/" + child.id();
        return Answered.tree(Caller.coordinator().get(url)).path("state").asText();
    }

    private static long times(String what, ReferredChild child) {
        return timeline(child).stream().filter(what::equals).count();
    }

    private static List<String> after(String what, ReferredChild child) {
        var all = timeline(child);
        return all.subList(all.indexOf(what) + 1, all.size());
    }

    private static List<String> timeline(ReferredChild child) {
        var items = Answered.tree(child.get("/timeline")).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(line -> line.path("what").asText())
                .collect(Collectors.toList());
    }
}
