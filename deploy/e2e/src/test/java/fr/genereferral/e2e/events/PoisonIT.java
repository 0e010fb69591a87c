package fr.genereferral.e2e.events;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.check.Tables;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.local.LocalSystem;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be applied is set aside with its reason; nobody else waits for it, and whom it concerns is seen to wait. */
class PoisonIT {
    private static final String RENNES = "350007084";
    private static final int PARTITION = 3;
    /** One second is wanted for the next one, and what it took is printed; two busy cores may take far longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final LocalSystem SYSTEM = RunningSystem.system();
    private static final ClientBook BOOK = new ClientBook();
    private static final BookedChildren BOOKED = new BookedChildren(SYSTEM, BOOK);

    private static ReferredChild poisonedChild;

    private static long slowest;

    /** Every poison at every listener; in a sample every poison once, and every listener. */
    static Stream<Arguments> poisons() {
        var listeners = Listener.values();
        return IntStream.range(0, Poison.values().length * listeners.length)
                .filter(i -> Scale.isLong() || i % listeners.length == (i / listeners.length) % listeners.length)
                .mapToObj(i -> Arguments.of(Poison.values()[i / listeners.length], listeners[i % listeners.length]));
    }

    @BeforeAll
    static void aChildIsKnown() {
        poisonedChild = BOOKED.offeredBy(RENNES).get(0);
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void isSetAsideOrSkippedAndTheNextOfItsPartitionGoesOn(Poison poison, Listener listener) {
        var poisoned = keyToPoison(poison, listener);
        var next = UUID.randomUUID();
        var before = position(listener, poisoned);
        var skippedBefore = skipped(listener, poison);
        try (var wire = new Wire(SYSTEM)) {
            var offset = wire.send(poison.record(listener, PARTITION, poisoned, before + 1));
            wire.send(Poison.Event.of(listener, PARTITION, next, 1, "NothingToDo.v1", "{}")
                    .record());

            var start = System.nanoTime();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(1, position(listener, next)));
            slowest = Math.max(slowest, System.nanoTime() - start);

            if (poison.isSkipped()) {
                assertEquals(before + 1, position(listener, poisoned));
                assertEquals(skippedBefore + 1, skipped(listener, poison));
                return;
            }
            var letter = deadLetter(wire, listener, poisoned.toString(), offset);
            assertEquals(listener.topic, Wire.header(letter, "dead-letter-topic"));
            assertEquals(Integer.toString(PARTITION), Wire.header(letter, "dead-letter-partition"));
            assertEquals(poison.reason(listener), Wire.header(letter, "dead-letter-reason"));
            assertEquals(before, position(listener, poisoned));
        }
    }

    /**
     * One of which the listener would take the event, were nothing wrong with it. What is skipped counts as heard, and a child
     * who is known would miss what is truly said next.
     */
    private static UUID keyToPoison(Poison poison, Listener listener) {
        return poison.isSkipped() || listener.takesAnyKey() ? UUID.randomUUID() : UUID.fromString(poisonedChild.id());
    }

    /**
     * The true events come, with the place in line that poison had claimed: neither that place nor the key was what was wrong
     * with it. Then all invariants are looked at, once for all poisons, which lie on the topics still. What has been set aside
     * is accounted for there as a dead letter; only of the child whose assessment the database has refused, which waits for a
     * person, they demand no more than that.
     */
    @AfterAll
    static void thePoisonedChildGoesOnAndTheInvariantsHold() {
        var hub = Caller.hub(poisonedChild.hub());
        goesOn(Listener.REFERRALS_ON_HUBS, () -> hub.get(poisonedChild.offerUrl())
                .statusCode(200));
        goesOn(
                Listener.REFERRALS_ON_ELIGIBILITY,
                () -> poisonedChild.addFacts(weight()).statusCode(201));

        Invariants.check(SYSTEM, BOOK);
    }

    private static void goesOn(Listener listener, Runnable truth) {
        var key = UUID.fromString(poisonedChild.id());
        var before = position(listener, key);
        truth.run();
        await().atMost(PATIENCE).until(() -> position(listener, key) > before);
    }

    private static String weight() {
        return """
                {"facts": [{"code": "body-weight", "state": "present", "value": 6.1, "unit": "kg", "source": "clinician",
                            "date": "%s"}]}""".formatted(Sample.today());
    }

    @AfterAll
    static void sayHowLongTheNextOneWaited() {
        System.out.printf("poison: the next record of the partition waited %d ms at most%n", slowest / 1_000_000);
    }

    @Test
    void anEventThatTheUseCaseCannotTakeIsSetAside() {
        var nobody = UUID.randomUUID();
        try (var wire = new Wire(SYSTEM)) {
            var offset = wire.send(Poison.Event.healthy(Listener.REFERRALS_ON_HUBS, PARTITION, nobody, 1)
                    .record());

            var letter = deadLetter(wire, Listener.REFERRALS_ON_HUBS, nobody.toString(), offset);
            assertEquals("IllegalStateException", Wire.header(letter, "dead-letter-reason"));
        }
    }

    @Test
    void anEventThatTheDatabaseRefusesIsSetAsideAndChangesNothing() {
        var children = BOOKED.offeredBy(RENNES, RENNES);
        var one = children.get(0);
        var other = children.get(1);
        try (var wire = new Wire(SYSTEM)) {
            var assessed = wire.all("eligibility.events").stream()
                    .filter(heard -> one.id().equals(heard.key()))
                    .findFirst()
                    .orElseThrow();
            // The same assessment a second time, of another child: its id is taken.
            var payload = new String(assessed.value()).replace(one.id(), other.id());
            var id = UUID.fromString(other.id());
            var listener = Listener.REFERRALS_ON_ELIGIBILITY;
            var offset = wire.send(Poison.Event.of(listener, PARTITION, id, 2, listener.type, payload)
                    .record());

            var letter = deadLetter(wire, listener, other.id(), offset);
            assertNotEquals("", Wire.header(letter, "dead-letter-reason"));
        }
        other.get("/assessments").body("items.size()", equalTo(1));
    }

    @Test
    void theReferralThatWaitsBehindItIsSeenUntilItMovesOn() {
        var children = BOOKED.offeredBy(RENNES, RENNES);
        var seen = children.get(0);
        var withdrawn = children.get(1);
        try (var wire = new Wire(SYSTEM)) {
            var offer = position(Listener.REFERRALS_ON_HUBS, UUID.fromString(seen.id()));
            wire.send(Poison.NO_JSON.record(
                    Listener.REFERRALS_ON_HUBS, PARTITION, UUID.fromString(seen.id()), offer + 1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(
                            position(Listener.HUBS_ON_REFERRALS, UUID.fromString(withdrawn.id())),
                            withdrawn.json().getLong("version")));
            wire.send(Poison.NO_JSON.record(
                    Listener.HUBS_ON_REFERRALS,
                    PARTITION,
                    UUID.fromString(withdrawn.id()),
                    withdrawn.json().getLong("version") + 1));
        }
        await().atMost(PATIENCE).untilAsserted(() -> stuck().body("items.id", hasItem(seen.id()))
                .body("items.id", hasItem(withdrawn.id())));
        var bystander = BOOKED.offeredBy(RENNES).get(0);

        // The true events come, with the place in line that the poison had taken.
        Caller.hub(seen.hub()).get(seen.offerUrl()).statusCode(200);
        withdrawn.withdraw().statusCode(202);

        withdrawn.until("CANCELLED");
        await().atMost(PATIENCE).untilAsserted(() -> stuck().body("items.id", not(hasItem(seen.id())))
                .body("items.id", not(hasItem(withdrawn.id())))
                .body("items.id", not(hasItem(bystander.id()))));
    }

    private static ValidatableResponse stuck() {
        return Caller.coordinator()
                .get(RunningSystem.referrals() + "/v1/referrals?stuck=true&limit=200")
                .statusCode(200);
    }

    private static long position(Listener listener, UUID key) {
        var query =
                "select sequence from inbox_position where topic = '%s' and key = '%s'".formatted(listener.topic, key);
        return new Tables(SYSTEM)
                .texts(listener.service.database(), query).stream()
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0);
    }

    /** Of the record that lies there: others of the same key may have been set aside before. */
    private static ConsumerRecord<String, byte[]> deadLetter(Wire wire, Listener listener, String key, long offset) {
        var place = Long.toString(offset);
        return await().atMost(PATIENCE)
                .until(
                        () -> wire.all(listener.deadLetters()).stream()
                                .filter(letter -> key.equals(letter.key()))
                                .filter(letter -> place.equals(Wire.header(letter, "dead-letter-offset")))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** By the service's own count. */
    private static double skipped(Listener listener, Poison poison) {
        var type = Wire.type(poison.record(listener, PARTITION, UUID.randomUUID(), 1));
        List<String> lines = RestAssured.get(SYSTEM.url(listener.service) + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("inbox_skipped_total") && line.contains("\"" + type + "\""))
                .toList();
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
