package fr.genereferral.e2e.events;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
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

    private static long slowest;

    private final LocalSystem system = RunningSystem.system();
    private final Tables tables = new Tables(system);

    /** Every poison at every listener; in a sample every poison once, and every listener. */
    static Stream<Arguments> poisons() {
        var listeners = Listener.values();
        return IntStream.range(0, Poison.values().length * listeners.length)
                .filter(i -> Scale.isLong() || i % listeners.length == (i / listeners.length) % listeners.length)
                .mapToObj(i -> Arguments.of(Poison.values()[i / listeners.length], listeners[i % listeners.length]));
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void isSetAsideOrSkippedAndTheNextOfItsPartitionGoesOn(Poison poison, Listener listener) {
        var poisoned = UUID.randomUUID();
        var next = UUID.randomUUID();
        var skippedBefore = skipped(listener, poison);
        try (var wire = new Wire(system)) {
            wire.send(poison.record(listener, PARTITION, poisoned, 1));
            wire.send(Poison.Event.of(listener, PARTITION, next, 1, "NothingToDo.v1", "{}")
                    .record());

            var start = System.nanoTime();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(1, position(listener, next)));
            slowest = Math.max(slowest, System.nanoTime() - start);

            if (poison.isSkipped()) {
                assertEquals(1, position(listener, poisoned));
                assertEquals(skippedBefore + 1, skipped(listener, poison));
                return;
            }
            var letter = deadLetter(wire, listener, poisoned.toString());
            assertEquals(listener.topic, Wire.header(letter, "dead-letter-topic"));
            assertEquals(Integer.toString(PARTITION), Wire.header(letter, "dead-letter-partition"));
            assertTrue(Wire.header(letter, "dead-letter-reason").length() > 1);
            assertEquals(0, position(listener, poisoned));
        }
    }

    @AfterAll
    static void sayHowLongTheNextOneWaited() {
        System.out.printf("poison: the next record of the partition waited %d ms at most%n", slowest / 1_000_000);
    }

    @Test
    void anEventThatTheUseCaseCannotTakeIsSetAside() {
        var nobody = UUID.randomUUID();
        try (var wire = new Wire(system)) {
            wire.send(Poison.Event.healthy(Listener.REFERRALS_ON_HUBS, PARTITION, nobody, 1)
                    .record());

            var letter = deadLetter(wire, Listener.REFERRALS_ON_HUBS, nobody.toString());
            assertEquals("IllegalStateException", Wire.header(letter, "dead-letter-reason"));
        }
    }

    @Test
    void anEventThatTheDatabaseRefusesIsSetAsideAndChangesNothing() {
        var one = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var other = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        try (var wire = new Wire(system)) {
            var assessed = wire.all("eligibility.events").stream()
                    .filter(heard -> one.id().equals(heard.key()))
                    .findFirst()
                    .orElseThrow();
            // The same assessment a second time, of another child: its id is taken.
            var payload = new String(assessed.value()).replace(one.id(), other.id());
            var id = UUID.fromString(other.id());
            var listener = Listener.REFERRALS_ON_ELIGIBILITY;
            wire.send(Poison.Event.of(listener, PARTITION, id, 2, listener.type, payload)
                    .record());

            var letter = deadLetter(wire, listener, other.id());
            assertNotEquals("", Wire.header(letter, "dead-letter-reason"));
        }
        other.get("/assessments").body("items.size()", equalTo(1));
    }

    @Test
    void theReferralThatWaitsBehindItIsSeenUntilItMovesOn() {
        var seen = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var withdrawn = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        try (var wire = new Wire(system)) {
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
        var bystander = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");

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

    private long position(Listener listener, UUID key) {
        var query =
                "select sequence from inbox_position where topic = '%s' and key = '%s'".formatted(listener.topic, key);
        return tables.texts(listener.service.database(), query).stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private ConsumerRecord<String, byte[]> deadLetter(Wire wire, Listener listener, String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> wire.all(listener.deadLetters()).stream()
                                .filter(letter -> key.equals(letter.key()))
                                .max(Comparator.comparingLong(ConsumerRecord::offset)),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** By the service's own count. */
    private double skipped(Listener listener, Poison poison) {
        var type = Wire.type(poison.record(listener, PARTITION, UUID.randomUUID(), 1));
        List<String> lines = RestAssured.get(system.url(listener.service) + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("inbox_skipped_total") && line.contains("\"" + type + "\""))
                .toList();
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
