package fr.genereferral.e2e.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.e2e.support.Together;
import fr.genereferral.local.service.ServiceSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every cell of the tables of rights, tried with a real token on the running platform. */
@ExtendWith(ErasedKeys.class)
class RightsIT {
    private static final Random RANDOM = Seed.random("cells");

    private static Stage stage;

    @BeforeAll
    static void lay() {
        stage = Stage.laid();
    }

    @ParameterizedTest
    @EnumSource
    void speaksOfEverybodyOnEveryRoute(ServiceSettings service) {
        assertEquals(List.of(), RightsTable.of(service).holes());
    }

    @ParameterizedTest
    @EnumSource
    void everyCellIsWhatTheServiceAnswers(ServiceSettings service) {
        var trials = RightsTable.of(service).trials().stream()
                .filter(RightsIT::isTried)
                .toList();
        var fresh = new ArrayDeque<>(
                Together.each(trials.stream().filter(RightsIT::usesUp).toList(), Scene::laidFor));

        var otherwise = new ArrayList<String>();
        for (var trial : trials) {
            var answer = stageFor(service, trial, fresh).call(trial).send();
            if (!answer.is(trial.expected())) {
                otherwise.add("%s: %s, not %d %s".formatted(trial, trial.expected(), answer.status(), answer.code()));
            }
        }

        assertFalse(trials.isEmpty());
        assertEquals("", String.join("\n", otherwise));
    }

    /**
     * Of what exists a drawn half is asked for in every build, of the rest an eighth, and of the moves that take a child of their own
     * a quarter; all of it in the long run. Where no referral is named, whoever follows one is a hospital as any other.
     */
    private static boolean isTried(Trial trial) {
        var isWhole = trial.thing() == Column.Thing.EXISTING
                && trial.place() != Column.Place.NOWHERE
                && (trial.place() != Column.Place.FOLLOWER || trial.namesAReferral());
        var oneOf = isWhole ? usesUp(trial) ? 4 : 2 : 8;
        return Scale.isLong() || RANDOM.nextInt(oneOf) == 0;
    }

    /** A move that is granted leaves nothing for the next one to move; but one may ask, and attach, for as long as one likes. */
    private static boolean usesUp(Trial trial) {
        return trial.isMove()
                && !trial.route().contains("/questions")
                && !trial.route().endsWith("/documents")
                && trial.namesAReferral()
                && trial.expected().isGranted();
    }

    private static Stage stageFor(ServiceSettings service, Trial trial, Deque<Scene> fresh) {
        var here = stage.at(service);
        if (!usesUp(trial)) {
            return here;
        }
        var scene = fresh.pop();
        return here.with(trial.thing() == Column.Thing.ERASED ? scene.erased() : scene);
    }
}
