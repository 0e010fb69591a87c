package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MARSEILLE;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.RENNES_SUD;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.DirectoryFixtures.TROUSSEAU;
import static fr.genereferral.hubdirectory.DirectoryFixtures.directory;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.travel.Origin;
import fr.genereferral.hubdirectory.travel.TravelNeeds;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchRunTest {
    private static final MatchRun.Occasion OCCASION = new MatchRun.Occasion(new UUID(0, 1), TODAY, NOW);

    @ParameterizedTest
    @CsvSource({
        "ONA-IV, 75, " + NECKER,
        "ONA-IV, 35, " + NANTES,
        "ONA-IV, 2B, " + MARSEILLE,
        "ONA-IV, 973, " + TROUSSEAU,
        "NUS, 35, " + RENNES_SUD,
        "NUS, 2B, 060780947",
        "UPS, 35, " + ROTHSCHILD,
        "UPS, 13, " + MONTPELLIER,
        "UPS, 973, " + ROTHSCHILD
    })
    void asksTheHubThatAChildOfADepartementReachesSoonest(String therapy, String departement, String expected) {
        var run = run(aRequest().forTherapy(therapy).livingIn(departement));

        assertEquals(expected, first(run).id(), () -> describe(run));
    }

    @Test
    void leavesOutAHubThatTakesNobodyAsFarAsOneLooksAhead() {
        var rest = Map.of(new Capacities.Place(NANTES, null), List.of(new CapacityPlan.Rest(TODAY, null)));

        var run = runWith(new Capacities(Map.of(), rest, Map.of()));

        assertEquals(ExclusionReason.PAUSED, exclusion(run, NANTES));
        assertEquals(NECKER, first(run).id());
    }

    @Test
    void weighsTheDaysToTheFirstFreePlaceAndNothingWhereNothingIsTold() {
        var place = new Capacities.Place(NANTES, "ONA-IV");
        var full =
                Map.of(Week.onOrAfter(TODAY), Set.of(1), Week.onOrAfter(TODAY).plus(1), Set.of(1));

        var run = runWith(
                new Capacities(Map.of(place, List.of(new CapacityPlan.Rate(TODAY, 1))), Map.of(), Map.of(place, full)));

        assertEquals(NECKER, first(run).id());
        var terms = run.ranked().stream().collect(Collectors.toMap(c -> c.hub().id(), MatchRun.Candidate::terms));
        assertEquals(14, terms.get(NANTES).expectedWaitDays());
        assertEquals(14 * 60, terms.get(NANTES).waitingMinutes());
        assertNull(terms.get(NECKER).expectedWaitDays());
    }

    @Test
    void leavesOutAHubThatHasNoPlaceToSayYesWith() {
        var place = new Capacities.Place(NANTES, "ONA-IV");
        var none = new CapacityPlan.Rate(TODAY.plusWeeks(1), 0);
        var told = Map.of(place, List.of(new CapacityPlan.Rate(TODAY, 1), none));
        var taken = Map.of(place, Map.of(Week.onOrAfter(TODAY), Set.of(1)));

        assertEquals(ExclusionReason.PAUSED, exclusion(runWith(new Capacities(told, Map.of(), taken)), NANTES));
    }

    @Test
    void leavesOutAHubThatRestsForAsLongAsTheChildCanWait() {
        var rest = new CapacityPlan.Rest(TODAY, TODAY.plusWeeks(6));
        var capacities = new Capacities(Map.of(), Map.of(new Capacities.Place(NANTES, null), List.of(rest)), Map.of());
        var pressing = aRequest().livingIn("35").eligibleUntil(TODAY.plusDays(30));
        var later = aRequest().livingIn("35").eligibleUntil(TODAY.plusDays(300));

        assertEquals(ExclusionReason.PAUSED, exclusion(runWith(capacities, pressing), NANTES));
        assertTrue(runWith(capacities, later).ranked().stream()
                .anyMatch(c -> c.hub().id().equals(NANTES)));
    }

    /** A place that comes too late is none; whoever can wait for it is asked for. */
    @Test
    void leavesOutAHubThatIsFullForAsLongAsTheChildCanWait() {
        var place = new Capacities.Place(NANTES, "ONA-IV");
        var told = Map.of(place, List.of(new CapacityPlan.Rate(TODAY.minusYears(1), 1)));
        var coming = Week.onOrAfter(TODAY);
        var taken = new HashMap<Week, Set<Integer>>();
        IntStream.range(0, 6).forEach(week -> taken.put(coming.plus(week), Set.of(1)));
        var capacities = new Capacities(told, Map.of(), Map.of(place, taken));
        var pressing = aRequest().livingIn("35").eligibleUntil(TODAY.plusDays(30));
        var later = aRequest().livingIn("35").eligibleUntil(TODAY.plusDays(60));

        assertEquals(ExclusionReason.PAUSED, exclusion(runWith(capacities, pressing), NANTES));
        for (var request : List.of(later, aRequest().livingIn("35"))) {
            assertTrue(runWith(capacities, request).ranked().stream()
                    .anyMatch(c -> c.hub().id().equals(NANTES)));
        }
    }

    private static MatchRun runWith(Capacities capacities) {
        return runWith(capacities, aRequest().livingIn("35"));
    }

    private static MatchRun runWith(Capacities capacities, RequestBuilder request) {
        return MatchRun.of(request.build(), DirectoryFixtures.directory(capacities), Map.of(), OCCASION);
    }

    @Test
    void startsFromTheReferringHospitalWhenTheResidenceIsUnknown() {
        var run = run(aRequest().referredBy(BASTIA));

        assertEquals(new Origin(Origin.Kind.HOSPITAL, BASTIA), run.origin());
        assertEquals(MARSEILLE, first(run).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"970500005", "200000016"})
    void ranksNobodyForAHospitalOfWhichNoWayIsKnown(String unknown) {
        var run = run(aRequest().referredBy(unknown));

        assertEquals(List.of(), run.ranked());
        assertEquals(ExclusionReason.NO_WAY_KNOWN, exclusion(run, NECKER));
        assertEquals(ExclusionReason.RELAY_ONLY, exclusion(run, BASTIA));
    }

    @Test
    void neverRanksARelay() {
        var run = run(aRequest().livingIn("2B"));

        assertEquals(ExclusionReason.RELAY_ONLY, exclusion(run, BASTIA));
        assertEquals(ExclusionReason.RELAY_ONLY, exclusion(run, "2A0000022"));
    }

    @Test
    void sendsAnAdultToAnAdultCentreAndSaysWhyNotToTheOthers() {
        var run = run(aRequest().forTherapy("NUS").bornOn(TODAY.minusYears(30)).livingIn("35"));

        assertEquals("750100125", first(run).id());
        assertEquals(ExclusionReason.AGE_OUT_OF_BAND, exclusion(run, RENNES_SUD));
        assertEquals(ExclusionReason.NOT_ACCREDITED, exclusion(run, NANTES));
    }

    @Test
    void countsAgeToTheBirthday() {
        var eighteenTomorrow = TODAY.plusDays(1).minusYears(18);

        var child = run(aRequest().forTherapy("NUS").bornOn(eighteenTomorrow).livingIn("35"));
        var adult = run(aRequest()
                .forTherapy("NUS")
                .bornOn(eighteenTomorrow.minusDays(1))
                .livingIn("35"));

        assertEquals(RENNES_SUD, first(child).id());
        assertEquals(ExclusionReason.AGE_OUT_OF_BAND, exclusion(adult, RENNES_SUD));
    }

    @Test
    void keepsAHubOutByWeightOnlyWhenTheWeightIsKnown() {
        var directory = directory();
        var hub = DirectoryFixtures.hub(directory, NECKER);
        hub.endAccreditation("ONA-IV", TODAY, Accreditation.EndReason.RECORDED_IN_ERROR, "test", NOW);
        var upTo13Kg = new Band(null, null, null, new BigDecimal("13.5"));
        hub.accredit(new UUID(0, 2), new Accreditation.Grant("ONA-IV", upTo13Kg, TODAY, false, "test"), "test", NOW);

        var heavy = run(aRequest().weighing("13.6").livingIn("75"), directory);
        var unknown = run(aRequest().weighing(null).livingIn("75"), directory);

        assertEquals(ExclusionReason.WEIGHT_OUT_OF_BAND, exclusion(heavy, NECKER));
        assertEquals(NECKER, first(unknown).id());
    }

    @Test
    void readsAccreditationsAsOfTheDay() {
        var directory = directory();
        var tomorrow = new Accreditation.Grant("UPS", Band.open(), TODAY.plusDays(1), false, "test");
        DirectoryFixtures.hub(directory, NECKER).accredit(new UUID(0, 2), tomorrow, "test", NOW);
        var nextDay = new MatchRun.Occasion(new UUID(0, 1), TODAY.plusDays(1), NOW);

        var today = run(aRequest().forTherapy("UPS").livingIn("75"), directory);
        var later = MatchRun.of(aRequest().forTherapy("UPS").livingIn("75").build(), directory, Map.of(), nextDay);

        assertEquals(ExclusionReason.NOT_ACCREDITED, exclusion(today, NECKER));
        assertEquals(NECKER, first(later).id());
    }

    @Test
    void weighsADayOfWaitAsAnHourAndFollowUpAsTwo() {
        var followed = run(aRequest().livingIn("35").followedBy(NECKER));

        var necker = candidate(followed, NECKER);
        assertEquals(-120, necker.terms().followedMinutes());
        assertEquals(necker.terms().travelMinutes() - 120, necker.terms().cost());
        assertEquals(1, necker.rank());
    }

    @Test
    void leavesOutWhoeverRefusedForGood() {
        var refusals = Map.of(NECKER, ExclusionReason.ALREADY_DECLINED);

        var run = MatchRun.of(aRequest().livingIn("75").build(), directory(), refusals, OCCASION);

        assertEquals(ExclusionReason.ALREADY_DECLINED, exclusion(run, NECKER));
        assertEquals(TROUSSEAU, first(run).id());
    }

    @Test
    void weighsWhatTheFamilyPrefersAsAnHour() {
        var run = run(aRequest().livingIn("35").preferring(NECKER));

        assertEquals(-60, candidate(run, NECKER).terms().preferredMinutes());
        assertEquals(0, candidate(run, NANTES).terms().preferredMinutes());
        assertEquals(
                candidate(run, NECKER).terms().travelMinutes() - 60,
                candidate(run, NECKER).terms().cost());
    }

    @Test
    void knowsNoPreferenceWhereTheFamilyNamedNone() {
        assertNull(candidate(run(aRequest().livingIn("35")), NECKER).terms().preferredMinutes());
    }

    @Test
    void leavesOutTheHubsThatTheFamilyDeclinesEvenThePreferredOne() {
        var run = run(aRequest().livingIn("75").preferring(NECKER).declining(NECKER, NANTES));

        assertEquals(ExclusionReason.REFUSED_BY_FAMILY, exclusion(run, NECKER));
        assertEquals(ExclusionReason.REFUSED_BY_FAMILY, exclusion(run, NANTES));
        assertEquals(TROUSSEAU, first(run).id());
    }

    @Test
    void tellsWhatTheFamilyNeedsForEachJourney() {
        var run = run(aRequest().livingIn("2B"));

        assertEquals(new TravelNeeds(true, true), candidate(run, MARSEILLE).needs());
    }

    @Test
    void saysWhichAccreditationsAreIllustrative() {
        var run = run(aRequest().livingIn("35"));

        assertTrue(candidate(run, NANTES).illustrative());
        assertFalse(candidate(run, NECKER).illustrative());
    }

    @Test
    void coversEveryHubOnceRankedOrExcluded() {
        var directory = directory();

        var run = run(aRequest().livingIn("69"), directory);

        assertEquals(
                directory.hubs().size(), run.ranked().size() + run.excluded().size());
        assertEquals(LYON, first(run).id());
    }

    private static MatchRun run(RequestBuilder request) {
        return run(request, directory());
    }

    private static MatchRun run(RequestBuilder request, Directory directory) {
        return MatchRun.of(request.build(), directory, Map.of(), OCCASION);
    }

    private static HubName first(MatchRun run) {
        return run.ranked().get(0).hub();
    }

    private static MatchRun.Candidate candidate(MatchRun run, String hub) {
        return run.ranked().stream()
                .filter(c -> c.hub().id().equals(hub))
                .findFirst()
                .orElseThrow();
    }

    private static ExclusionReason exclusion(MatchRun run, String hub) {
        return run.excluded().stream()
                .filter(e -> e.hub().id().equals(hub))
                .map(MatchRun.Exclusion::reason)
                .findFirst()
                .orElse(null);
    }

    private static String describe(MatchRun run) {
        return run.ranked().stream()
                .map(c -> c.rank() + " " + c.hub().name() + " " + c.terms().cost())
                .toList()
                .toString();
    }
}
