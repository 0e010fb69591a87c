package fr.genereferral.hubdirectory.postgres;

import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Counterfactual;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.RandomWorld;
import fr.genereferral.hubdirectory.Replay;
import fr.genereferral.hubdirectory.RequestBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the record: what was kept says by itself how the run ended; the parameter is the seed. */
class StoredMatchRunPropertiesTest {
    /** As runs were kept before they told needs, wishes and what a replay asks for. */
    private static final String OLD = """
            {"id":"00000000-0000-0000-0000-000000000001","referralId":"00000000-0000-0000-0000-000000000002","routing":1,\
            "therapy":"ONA-IV","day":"2026-11-23","madeAt":"2026-11-23T17:00:00Z",\
            "origin":{"kind":"DEPARTEMENT","code":"35"},"parameters":{"validFrom":"2026-01-01","minutesPerWaitingDay":60,\
            "minutesOffIfFollowed":120,"routineWorkingDays":3,"pressingHours":24,"criticalHours":4},"legsAsOf":"2026-01-01",\
            "ranked":[{"rank":1,"hub":{"id":"440000271","name":"Nantes","city":"Nantes"},"illustrative":true,\
            "travel":{"minutes":105,"approximate":true,"origin":{"kind":"DEPARTEMENT","code":"35"},"legs":[{"mode":"ROAD",\
            "from":"Rennes","to":"Nantes","minutes":105,"basis":"ROAD_ESTIMATE"}]},"terms":{"travelMinutes":105,\
            "expectedWaitDays":null,"waitingMinutes":0,"followedMinutes":0,"cost":105}}],\
            "excluded":[{"hub":{"id":"350007084","name":"Rennes","city":"Rennes"},"reason":"NOT_ACCREDITED"}]}""";

    /** As runs were kept since, before anybody told what a hub can do. */
    private static final String BEFORE_CAPACITY = """
            {"id":"00000000-0000-0000-0000-000000000001","referralId":"00000000-0000-0000-0000-000000000002","routing":1,\
            "therapy":"ONA-IV","day":"2026-11-23","madeAt":"2026-11-23T17:00:00Z",\
            "origin":{"kind":"DEPARTEMENT","code":"35"},"parameters":{"validFrom":"2026-01-01","minutesPerWaitingDay":60,\
            "minutesOffIfFollowed":120,"routineWorkingDays":3,"pressingHours":24,"criticalHours":4,\
            "minutesOffIfPreferred":60,"travelLimits":{"overnightFromMinutes":240,"overnightModes":["AIR","SEA"],\
            "accompaniedFromMinutes":120,"accompaniedModes":["AIR","SEA"]}},"legsAsOf":"2026-01-01",\
            "ranked":[{"rank":1,"hub":{"id":"440000271","name":"Nantes","city":"Nantes"},"illustrative":true,\
            "travel":{"minutes":105,"approximate":true,"origin":{"kind":"DEPARTEMENT","code":"35"},"legs":[{"mode":"ROAD",\
            "from":"Rennes","to":"Nantes","minutes":105,"basis":"ROAD_ESTIMATE"}]},"terms":{"travelMinutes":105,\
            "expectedWaitDays":null,"waitingMinutes":0,"followedMinutes":0,"preferredMinutes":-60,"cost":45},\
            "needs":{"overnight":false,"accompaniment":false}}],\
            "excluded":[{"hub":{"id":"350007084","name":"Rennes","city":"Rennes"},"reason":"NOT_ACCREDITED"}],\
            "evidence":{"forgone":[{"hub":"350007084","refusal":null,"terms":{"travelMinutes":20,"expectedWaitDays":null,\
            "waitingMinutes":0,"followedMinutes":0,"preferredMinutes":0,"cost":20}}],"weightKnown":true,"fits":[]}}""";

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRunMadeAgainFromItsRecordHasTheSameOrderAndTheSameBytes(long seed) {
        var stored = JsonColumn.write(run(seed));
        var read = JsonColumn.read(stored, MatchRun.class);

        assertEquals(stored, JsonColumn.write(new Replay(read, Counterfactual.none()).after()));
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, BEFORE_CAPACITY})
    void aRunFromBeforeIsWrittenAgainAsItWas(String kept) {
        var read = JsonColumn.read(kept, MatchRun.class);

        assertEquals(kept, JsonColumn.write(read));
        assertEquals(kept, JsonColumn.write(new Replay(read, Counterfactual.none()).after()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theRecordNamesNoFactOfThePatient(long seed) {
        var stored = JsonColumn.write(run(seed));

        assertEquals(List.of(), StoredFacts.of("2026-07-23", "5.8").in(stored), stored);
    }

    private static MatchRun run(long seed) {
        var world = new RandomWorld(seed);
        var directory = world.directory(12);
        var request = RequestBuilder.aRequest()
                .referredBy(RandomWorld.ORIGIN)
                .followedBy(world.anyHub())
                .preferring(world.anyHub())
                .declining(world.anyHub())
                .build();
        return MatchRun.of(request, directory, Map.of(), new MatchRun.Occasion(new UUID(0, 1), TODAY, NOW));
    }
}
