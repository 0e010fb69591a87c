package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Escalation.Able;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why nobody is asked, and who could be. */
class EscalationTest {

    @Test
    void saysHowEachHubFellOutAndWhoCouldTakeTheChildToday() {
        var builder = ups().declined(DeclineReason.NO_CAPACITY).silent();

        var escalation = of(builder);

        assertEquals(EscalationCause.UNANSWERED, escalation.cause());
        assertEquals(builder.lastOffer().endedAt(), escalation.since());
        assertEquals(
                List.of(OfferState.DECLINED, OfferState.EXPIRED),
                escalation.asked().stream().map(asked -> asked.offer().state()).toList());
        assertEquals(builder.run().excluded(), escalation.excluded());
        assertEquals(
                List.of(ROTHSCHILD, MONTPELLIER),
                escalation.able().stream().map(able -> able.hub().hub().id()).toList());
        assertEquals(
                List.of(Optional.of(Concern.ALREADY_DECLINED), Optional.empty()),
                escalation.able().stream().map(Able::concern).toList());
    }

    @Test
    void namesWhatHasEndedTheSearch() {
        assertEquals(
                EscalationCause.NO_HUB_LEFT,
                of(ups().declined(DeclineReason.NO_CAPACITY).declined(DeclineReason.OTHER))
                        .cause());
        assertEquals(
                EscalationCause.CLINICALLY_UNSUITABLE,
                of(ups().declined(DeclineReason.CLINICALLY_UNSUITABLE)).cause());
        var nobody = of(aPlacementFor(aRequest().forTherapy("NONE").livingIn("75")));
        assertEquals(EscalationCause.NO_HUB_LEFT, nobody.cause());
        assertEquals(NOW, nobody.since());
        assertEquals(List.of(), nobody.able());
    }

    @Test
    void showsAHubThatWasAccreditedSinceAndWhetherOneWasNamed() {
        var builder = ups().silent().silent();
        var grant = new Accreditation.Grant("UPS", Band.open(), TODAY, true, "test");
        DirectoryFixtures.hub(builder.directory(), NECKER).accredit(UUID.randomUUID(), grant, "test", NOW);
        var order = new Assignment.Order(UUID.randomUUID(), ROTHSCHILD, AssignmentReason.OTHER);
        new Coordinating(builder.build(), builder.succession(), NOW.plus(Duration.ofDays(30)))
                .assign(order, new Coordinator("anne", "national"));
        builder.declined(DeclineReason.NO_CAPACITY);

        var escalation = of(builder);

        assertTrue(escalation.asked().get(2).byHand());
        assertTrue(escalation.able().stream()
                .anyMatch(able -> able.hub().hub().id().equals(NECKER)
                        && able.concern().equals(Optional.of(Concern.NOT_RANKED))));
    }

    @Test
    void derivesHowPressingItIsToday() {
        var soon = aRequest().forTherapy("NONE").livingIn("75").eligibleUntil(TODAY.plusDays(5));

        assertEquals(Urgency.CRITICAL, of(aPlacementFor(soon)).urgency());
    }

    private static PlacementBuilder ups() {
        return aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
    }

    private static Escalation of(PlacementBuilder builder) {
        return Escalation.of(builder.build(), builder.succession(), NOW);
    }
}
