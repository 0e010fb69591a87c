package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MARSEILLE;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.RENNES_SUD;
import static fr.genereferral.hubdirectory.DirectoryFixtures.directory;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Counterfactual.Supposed;
import fr.genereferral.hubdirectory.Counterfactual.Weights;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
    private static final MatchRun BRITTANY = run(aRequest().livingIn("35"));

    @Test
    void endsAsItDidWhenNothingIsSupposed() {
        assertEquals(BRITTANY, new Replay(BRITTANY, Counterfactual.none()).after());
    }

    @Test
    void asksTheNearerHubThatIsSupposedToBeAccredited() {
        var after = replay(BRITTANY, accredited(RENNES_SUD, Band.open(), null, null));

        assertEquals(NANTES, first(BRITTANY));
        assertEquals(RENNES_SUD, first(after));
        assertTrue(after.excluded().stream().noneMatch(e -> e.hub().id().equals(RENNES_SUD)));
    }

    @Test
    void givesTheSameOrderAsARunWithThatAccreditation() {
        var directory = directory();
        var granted = new Accreditation.Grant("ONA-IV", Band.open(), TODAY, true, "test");
        DirectoryFixtures.hub(directory, RENNES_SUD).accredit(new UUID(0, 2), granted, "test", NOW);
        var real = MatchRun.of(aRequest().livingIn("35").build(), directory, Map.of(), occasion());

        var after = replay(BRITTANY, accredited(RENNES_SUD, Band.open(), null, null));

        assertEquals(
                real.ranked().stream().map(c -> c.hub().id() + c.terms()).toList(),
                after.ranked().stream().map(c -> c.hub().id() + c.terms()).toList());
        assertEquals(real.excluded(), after.excluded());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, , true", "2026-11-24, , false", ", 2026-11-23, false", ", 2026-11-24, true"})
    void supposesNothingOutsideTheDaysThatAreNamed(LocalDate from, LocalDate endsOn, boolean holds) {
        var after = replay(BRITTANY, accredited(RENNES_SUD, Band.open(), from, endsOn));

        assertEquals(holds ? RENNES_SUD : NANTES, first(after));
    }

    @Test
    void asksTheNextHubWhenTheFirstIsSupposedNotToBeAccredited() {
        var removed = new Supposed(NANTES, "ONA-IV", Band.open(), null, null);

        var after = replay(BRITTANY, new Counterfactual(List.of(), List.of(removed), Weights.unchanged()));

        assertEquals(NECKER, first(after));
        assertTrue(after.excluded().stream()
                .anyMatch(e -> e.hub().id().equals(NANTES) && e.reason() == ExclusionReason.NOT_ACCREDITED));
    }

    @Test
    void sendsNobodyToAHubThatTookNobody() {
        var rests = Map.of(new Capacities.Place(RENNES_SUD, null), List.of(new CapacityPlan.Rest(TODAY, null)));
        var directory = directory(new Capacities(Map.of(), rests, Map.of()));
        var run = MatchRun.of(aRequest().livingIn("35").build(), directory, Map.of(), occasion());
        var supposed = accredited(RENNES_SUD, Band.open(), null, null);

        assertEquals(NANTES, first(replay(run, supposed)));
        assertFalse(new Replay(run, supposed).isUndecided());
    }

    @Test
    void weighsTheSameTermsOtherwise() {
        var followed = run(aRequest().livingIn("35").followedBy(LYON).preferring(MARSEILLE));

        var after = replay(followed, weights(new Weights(null, 100_000, 0)));

        assertEquals(LYON, first(after));
        assertEquals(100_000, after.parameters().minutesOffIfFollowed());
        assertTrue(after.ranked().stream().allMatch(c -> c.terms().preferredMinutes() == 0));
    }

    @Test
    void neverAsksARelayNorAHubThatTheFamilyRefused() {
        var refused = run(aRequest().livingIn("35").declining(RENNES_SUD));

        assertEquals(NANTES, first(replay(refused, accredited(RENNES_SUD, Band.open(), null, null))));
        assertEquals(NANTES, first(replay(BRITTANY, accredited(DirectoryFixtures.BASTIA, Band.open(), null, null))));
    }

    @Test
    void tellsFromTheBoundsThatItKnowsWhetherAPatientWouldHaveBeenWithinOthers() {
        // Children under 18 lie within bounds that some hubs have, so the record says that this one does.
        var children = accredited(RENNES_SUD, new Band(null, 18, null, null), null, null);
        var adults = accredited(RENNES_SUD, new Band(18, null, null, null), null, null);
        var infants = accredited(RENNES_SUD, new Band(null, 2, null, null), null, null);

        assertEquals(RENNES_SUD, first(replay(BRITTANY, children)));
        assertEquals(NANTES, first(replay(BRITTANY, adults)));
        assertFalse(new Replay(BRITTANY, adults).isUndecided());
        assertEquals(NANTES, first(replay(BRITTANY, infants)));
        assertTrue(new Replay(BRITTANY, infants).isUndecided());
    }

    @Test
    void takesThePatientWhenAnyOfSeveralSuppositionsCoversIt() {
        var adults = supposed(new Band(18, null, null, null));
        var children = supposed(new Band(null, 18, null, null));
        var infants = supposed(new Band(null, 2, null, null));

        assertEquals(RENNES_SUD, first(replay(BRITTANY, accredited(adults, children))));
        assertEquals(RENNES_SUD, first(replay(BRITTANY, accredited(infants, children))));
        assertFalse(new Replay(BRITTANY, accredited(infants, children)).isUndecided());
        assertEquals(NANTES, first(replay(BRITTANY, accredited(adults, infants))));
        assertTrue(new Replay(BRITTANY, accredited(adults, infants)).isUndecided());
    }

    @Test
    void leavesOpenWhatAHubThatIsNotOnRecordWouldHaveChanged() {
        var later = accredited("350000000", Band.open(), null, null);
        var removed = new Supposed("350000000", "ONA-IV", Band.open(), null, null);

        assertTrue(new Replay(BRITTANY, later).isUndecided());
        assertEquals(BRITTANY, replay(BRITTANY, later));
        assertFalse(new Replay(BRITTANY, accredited("350000000", Band.open(), null, TODAY)).isUndecided());
        assertFalse(new Replay(BRITTANY, new Counterfactual(later.accredited(), List.of(removed), Weights.unchanged()))
                .isUndecided());
    }

    @Test
    void leavesOpenWhatAnOlderRecordDoesNotTell() {
        var old = new MatchRun(
                BRITTANY.id(),
                BRITTANY.referralId(),
                1,
                "ONA-IV",
                TODAY,
                NOW,
                BRITTANY.origin(),
                BRITTANY.parameters(),
                BRITTANY.legsAsOf(),
                BRITTANY.ranked(),
                BRITTANY.excluded(),
                null);
        var supposed = accredited(RENNES_SUD, Band.open(), null, null);

        assertEquals(NANTES, first(replay(old, supposed)));
        assertTrue(new Replay(old, supposed).isUndecided());
        assertEquals(old, new Replay(old, Counterfactual.none()).after());
    }

    private static Supposed supposed(Band band) {
        return new Supposed(RENNES_SUD, "ONA-IV", band, null, null);
    }

    private static Counterfactual accredited(Supposed... all) {
        return new Counterfactual(List.of(all), List.of(), Weights.unchanged());
    }

    private static Counterfactual accredited(String hub, Band band, LocalDate from, LocalDate endsOn) {
        var supposed = new Supposed(hub, "ONA-IV", band, from, endsOn);
        return new Counterfactual(List.of(supposed), List.of(), Weights.unchanged());
    }

    private static Counterfactual weights(Weights weights) {
        return new Counterfactual(List.of(), List.of(), weights);
    }

    private static MatchRun replay(MatchRun run, Counterfactual supposed) {
        return new Replay(run, supposed).after();
    }

    private static MatchRun run(RequestBuilder request) {
        return MatchRun.of(request.build(), directory(), Map.of(), occasion());
    }

    private static MatchRun.Occasion occasion() {
        return new MatchRun.Occasion(new UUID(0, 1), TODAY, NOW);
    }

    private static String first(MatchRun run) {
        return run.ranked().get(0).hub().id();
    }
}
