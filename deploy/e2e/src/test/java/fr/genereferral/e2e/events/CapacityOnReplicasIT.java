package fr.genereferral.e2e.events;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.Tables;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.e2e.support.Together;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServicePlan;
import fr.genereferral.local.service.ServiceProcess;
import fr.genereferral.local.service.ServiceSettings;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Three processes of hub-directory-service answer for one hub that takes one child a week. Two of them are started for it: left
 * to the long run; in every build its own tests let several threads of one process race.
 */
@EnabledIfSystemProperty(named = "e2e.long", matches = "true")
class CapacityOnReplicasIT {
    private static final String MONTPELLIER = "340782085";
    private static final String NECKER = "750100208";
    private static final int CHILDREN = 24;
    private static final int A_WEEK = 1;
    private static final int ENOUGH_FOR_THE_OTHER_TESTS = 50;
    private static final Duration TO_SETTLE = Duration.ofSeconds(60);
    private static final Set<String> ANSWERS = Set.of("", "OFFER_NO_LONGER_OPEN", "OFFER_NOT_ACCEPTED", "NO_SLOT_LEFT");

    private static final LocalSystem SYSTEM = RunningSystem.system();
    private static final List<ServiceProcess> REPLICAS = new ArrayList<>();

    /** When the number was told, by the database's clock. */
    private static String since;

    private final Random chance = Seed.random("capacity on replicas");

    @BeforeAll
    static void start() {
        for (var i = 0; i < 2; i++) {
            REPLICAS.add(SYSTEM.replica(ServiceSettings.HUB_DIRECTORY, ServicePlan.freePorts()));
        }
        REPLICAS.forEach(ServiceProcess::launch);
        REPLICAS.forEach(ServiceProcess::awaitReady);
        capacity(A_WEEK);
        since = new Tables(SYSTEM).texts("hub_directory", "select now()").get(0);
    }

    @AfterAll
    static void stop() {
        REPLICAS.forEach(ServiceProcess::stop);
        capacity(ENOUGH_FOR_THE_OTHER_TESTS);
    }

    @Test
    void neverTakesMoreThanWereToldWhoeverIsAskedHoweverOften() {
        var children = Together.each(
                Stream.generate(() -> Sample.aadc().livingIn("34"))
                        .limit(CHILDREN)
                        .toList(),
                sample -> ReferredChild.by(NECKER, sample).until("OFFERED"));
        children.forEach(child -> assertEquals(MONTPELLIER, child.hub()));
        var offers = children.stream().map(ReferredChild::offerUrl).toList();

        var answers = Together.each(steps(offers), Supplier::get);

        assertTrue(ANSWERS.containsAll(answers), answers::toString);
        assertTrue(Collections.frequency(answers, "") > CHILDREN, "hardly anything was done: " + answers);
        await().atMost(TO_SETTLE).untilAsserted(() -> assertEquals(List.of(), violations()));
        try (var wire = new Wire(SYSTEM)) {
            var slots = slots();
            wire.sendAll(Wire.EVENTS.stream()
                    .flatMap(topic -> wire.all(topic).stream())
                    .map(Wire::again)
                    .toList());

            new Rest(SYSTEM).reached();
            assertEquals(slots, slots());
            assertEquals(List.of(), violations());
        }
    }

    /** Each child is answered by two replicas, some are declined as well, some given back twice; in a drawn order. */
    private List<Supplier<String>> steps(List<String> offers) {
        var steps = new ArrayList<Supplier<String>>();
        for (var i = 0; i < offers.size(); i++) {
            var offer = offers.get(i);
            steps.add(() -> said(offer, "acceptance", "{}"));
            steps.add(() -> said(offer, "acceptance", "{}"));
            if (i % 4 == 1) {
                steps.add(() -> said(offer, "declinal", "{\"reason\": \"CLINICALLY_UNSUITABLE\"}"));
            }
            if (i % 4 == 2) {
                steps.add(() -> said(offer, "give-back", "{\"reason\": \"NO_CAPACITY\"}"));
                steps.add(() -> said(offer, "give-back", "{\"reason\": \"NO_CAPACITY\"}"));
            }
        }
        Collections.shuffle(steps, chance);
        return steps;
    }

    /** By whichever of the three. */
    private String said(String offer, String move, String body) {
        var replicas = Stream.concat(
                        Stream.of(RunningSystem.hubs()), REPLICAS.stream().map(ServiceProcess::baseUrl))
                .toList();
        String replica;
        synchronized (chance) {
            replica = replicas.get(chance.nextInt(replicas.size()));
        }
        return code(Caller.hub(MONTPELLIER).post(offer.replace(RunningSystem.hubs(), replica) + "/" + move, body));
    }

    /** Empty when it was done. */
    private static String code(ValidatableResponse response) {
        var status = response.extract().statusCode();
        return status < 300 ? "" : response.extract().path("code");
    }

    private static void capacity(int slotsPerWeek) {
        Caller.coordinator()
                .post(
                        RunningSystem.hubs() + "/v1/hubs/" + MONTPELLIER + "/capacity",
                        "{\"therapy\": \"UPS\", \"slotsPerWeek\": " + slotsPerWeek + "}")
                .statusCode(201);
    }

    private static List<String> slots() {
        return new Tables(SYSTEM)
                .texts(
                        "hub_directory",
                        "select offer_id || ' ' || week || ' ' || number || coalesce(freed_because, '')"
                                + " from slot order by offer_id");
    }

    /** A week with more children than were told, a yes in force without a place, and a place for no yes in force. */
    private static List<String> violations() {
        return new Tables(SYSTEM).texts("hub_directory", """
                select 'week ' || week from slot
                where hub_id = '%1$s' and therapy = 'UPS' and freed_at is null and taken_at >= '%2$s'
                group by week having count(*) > %3$d
                union all select 'without ' || o.id from offer o join placement p using (referral_id)
                left join slot s on s.offer_id = o.id and s.freed_at is null
                where o.hub_id = '%1$s' and o.therapy = 'UPS' and o.state = 'ACCEPTED' and p.state = 'ACCEPTED'
                and o.offered_at >= '%2$s' and s.offer_id is null
                union all select 'for nobody ' || s.offer_id from slot s join offer o on o.id = s.offer_id
                where s.hub_id = '%1$s' and s.freed_at is null and o.state <> 'ACCEPTED'
                """.formatted(MONTPELLIER, since, A_WEEK));
    }
}
