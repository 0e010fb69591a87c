package fr.genereferral.hubdirectory.contract;

import static fr.genereferral.hubdirectory.Patience.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.DirectoryFixtures;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The producer's own examples, to the byte, are understood here. */
@ServiceTest
class ConsumedContractTest {
    private static final Schemas REFERRAL = Schemas.consumed("referral-service");
    private static final String EXAMPLES_REFERRAL = "0193a5c0-7b1e-7c3a-9d52-3f1f0a6b7c11";

    static Stream<String> types() {
        return REFERRAL.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void keepsAnExampleThatFits(String type) {
        assertEquals(List.of(), REFERRAL.violations(type, REFERRAL.example(type)));
    }

    @Test
    void understandsARoutingAndTheEndOfTheReferral() {
        hear("ReferralSubmitted.v1", 1, "{}");
        hear("RoutingRequested.v1", 2, REFERRAL.example("RoutingRequested.v1"));
        awaitState("OFFERED");
        hear("ReferralClosed.v1", 3, REFERRAL.example("ReferralClosed.v1"));

        awaitState("CLOSED");
        Search.get(Tokens.coordinator(), "/v1/placements/" + EXAMPLES_REFERRAL)
                .body("offers[0].hub.id", equalTo(DirectoryFixtures.MARSEILLE))
                .body("offers[0].state", equalTo("WITHDRAWN"));
    }

    private static void hear(String type, long sequence, String event) {
        Topics.publish("referral.events", EXAMPLES_REFERRAL, type, sequence, event);
    }

    private static void awaitState(String state) {
        await().untilAsserted(() -> Search.get(Tokens.coordinator(), "/v1/placements/" + EXAMPLES_REFERRAL)
                .body("state", equalTo(state)));
    }
}
