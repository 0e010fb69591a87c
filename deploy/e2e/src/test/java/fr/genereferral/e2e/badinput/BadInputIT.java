package fr.genereferral.e2e.badinput;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Requests drawn from the served descriptions: each broken one is refused in words and leaves nothing behind, each whole one
 * is taken. A failing run prints its seed and the requests; the same seed sends the same ones.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputIT {
    private static final int BROKEN = Scale.of(9_700, 195_000);
    private static final int WHOLE = Scale.of(300, 5_000);

    private static final int HANGING_UP = 50;
    /** More than there are threads that could wait for them. */
    private static final int SLOW = 250;

    private static final byte[] NEVER_WHOLE = " ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

    /** What the generator may not lose unnoticed: it makes everything out of what the descriptions show. */
    private static final Set<String> DEMANDED = Set.of(
            "wrong type",
            "deep nesting",
            "key twice",
            "number beyond all bounds",
            "invalid UTF-8",
            "NUL or half a surrogate pair",
            "unknown field",
            "content type",
            "far too large",
            "far too large in chunks",
            "ORPHA",
            "HGNC",
            "FINESS",
            "FINESS check digit",
            "RPPS",
            "RPPS check digit",
            "INS",
            "consent",
            "variant of 401 characters");

    private static final List<ServedApi> APIS = new ArrayList<>();
    private static final List<String> RESULTS = new ArrayList<>();
    private static Targets targets;
    private static Oracle oracle;
    private static SlowClients slow;

    @BeforeAll
    static void readTheDescriptions() {
        targets = Targets.prepared();
        Arrays.stream(Service.values()).map(ServedApi::of).forEach(APIS::add);
        oracle = new Oracle(APIS, List.of(Bodies.CANARY, Bodies.INS));
        slow = new SlowClients();
        operations().stream().filter(Operation::hasBody).forEach(BadInputIT::dawdle);
        preview().ifPresent(preview -> {
            var late = late("many dripping", preview);
            for (var i = 0; i < SLOW; i++) {
                slow.drip(late, 20_000);
            }
        });
    }

    /** One sends a byte a second, one nothing more in the middle of the body, one nothing more in the middle of the head. */
    private static void dawdle(Operation operation) {
        var port = operation.api().service().port();
        slow.drip(late("dripping", operation), 10);
        slow.stall(late("stalled", operation), 10);
        slow.stall(port, "POST /v1/referrals HTTP/1.1\r\nHost:".getBytes(StandardCharsets.US_ASCII));
    }

    /** A stream is followed by its service's own tests: it is no answer that is whole at some time. */
    private static List<Operation> withAnEnd() {
        return operations().stream().filter(operation -> !operation.isStream()).toList();
    }

    /** What is announced and never comes: it is said so, in words, to whoever waits for an answer. */
    private static Case late(String kind, Operation operation) {
        var call = targets.call(operation).withBody(NEVER_WHOLE);
        return new Case(operation.id(), kind, call, Expected.problem(408, "TOO_SLOW"));
    }

    @AfterAll
    static void report() {
        slow.close();
        Tally.write(RESULTS);
    }

    @Test
    @Order(1)
    void whatIsBrokenIsRefusedInWordsAndLeavesNothingBehind() {
        var requests = operations().stream()
                .map(operation -> new BadRequests(operation, targets))
                .toList();
        var draws = new Draws(requests, Seed.random("broken"));
        assertTrue(draws.certain() <= BROKEN, "what may not be left to chance has no room");
        RESULTS.add("badinput certain: " + draws.certain() + " of the broken requests were not left to chance");
        var drawn = draws.of(BROKEN);
        var before = quiet();
        hangUp();

        var volley = new Volley(oracle);
        var complaints = sent(volley, "broken", BROKEN, drawn::get);

        assertTrue(complaints.isEmpty(), () -> complaints.size() + " complaints\n" + String.join("\n", complaints));
        assertEquals(lines(before), lines(quiet()), "a refused request has stored something");
        assertEquals(draws.kinds(), volley.tally().kinds(), "each kind is sent");
        var missing = new TreeSet<>(DEMANDED);
        missing.removeAll(volley.tally().kinds());
        assertEquals(Set.of(), missing, "nobody makes these any longer");
    }

    @Test
    @Order(2)
    void whatIsWholeIsTaken() {
        var requests = new WholeRequests(withAnEnd(), targets, Seed.random("whole"));
        var drawn = Stream.concat(requests.doubtful().stream(), Stream.generate(requests::drawn))
                .limit(WHOLE)
                .toList();
        var before = quiet().rows("referral.referral");

        var complaints = new ArrayList<String>();
        for (var i = 0; i < requests.size(); i++) {
            var number = i;
            complaints.addAll(sent(new Volley(oracle), null, 1, nothing -> requests.first(number)));
        }
        var volley = new Volley(oracle);
        complaints.addAll(sent(volley, "whole", WHOLE, drawn::get));

        assertTrue(complaints.isEmpty(), () -> complaints.size() + " complaints\n" + String.join("\n", complaints));
        var submitted = 1
                + drawn.stream()
                        .filter(one -> one.operation().equals("submitReferral"))
                        .count();
        assertEquals(before + submitted, quiet().rows("referral.referral"), "one referral for each that was taken");
        assertEquals(
                Set.of(WholeRequests.WHOLE, WholeRequests.DOUBTFUL),
                volley.tally().kinds(),
                "each kind is sent");
    }

    @Test
    @Order(3)
    void whoDawdlesIsSentAway() {
        await().atMost(Duration.ofSeconds(100)).untilAsserted(() -> assertEquals(0, slow.held()));

        var told = slow.told();
        RESULTS.add("badinput slow: clients by what they were told " + told);
        assertTrue(
                told.keySet().stream().allMatch(line -> line.contains(" 408 ") || line.equals("closed")),
                told::toString);
        var complaints = slow.complaints(oracle);
        assertTrue(complaints.isEmpty(), () -> complaints.size() + " complaints\n" + String.join("\n", complaints));
    }

    /** In the middle of a request that would have been taken. */
    private static void hangUp() {
        var submission =
                operations().stream().filter(Operation::needsKey).findFirst().orElseThrow();
        var call = targets.call(submission)
                .withBody(WholeDamage.utf8(Bodies.full(submission).toString()));
        var bytes = call.bytes(Callers.token(call.caller()));
        try (var hasty = new SlowClients()) {
            for (var i = 0; i < HANGING_UP; i++) {
                hasty.stall(call.service().port(), Arrays.copyOf(bytes, bytes.length - 1 - 40 * i));
            }
        }
    }

    private static List<String> sent(Volley volley, String phase, int count, IntFunction<Case> cases) {
        var began = System.nanoTime();
        var complaints = volley.send(count, cases);
        if (phase != null) {
            RESULTS.add(volley.tally().line(phase, (System.nanoTime() - began) / 1_000_000_000));
        }
        return complaints;
    }

    private static Optional<Operation> preview() {
        return operations().stream()
                .filter(operation -> operation.id().equals("previewEligibility"))
                .findFirst();
    }

    /** When what came before has been worked off. */
    private static RowCensus quiet() {
        var last = new AtomicReference<>(RowCensus.taken());
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var now = RowCensus.taken();
                    return now.equals(last.getAndSet(now));
                });
        return last.get();
    }

    private static String lines(RowCensus census) {
        return census.tables().entrySet().stream()
                .map(table -> table.getKey() + ": " + table.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static List<Operation> operations() {
        return APIS.stream().flatMap(api -> api.operations().stream()).toList();
    }
}
