package fr.genereferral.e2e.faults;

import static org.hamcrest.Matchers.hasSize;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.e2e.support.Together;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServiceSettings;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process ends as by kill -9 while facts, documents, questions, answers and wishes are being sent, and starts again. Each is
 * sent again under its key until it is answered, and is there once. Referrals themselves, in every build too, are the matter
 * of {@link KilledInMidLoadIT}.
 */
@EnabledIfSystemProperty(named = "e2e.long", matches = "true")
class KilledAmidMovesIT {
    private static final String RENNES = "350007084";
    private static final int CHILDREN = 60;
    private static final Random CHANCE = Seed.random("killed amid moves");

    private final LocalSystem system = RunningSystem.system();

    static Stream<Victim> victims() {
        var system = RunningSystem.system();
        return Stream.of(Victim.of(system, ServiceSettings.REFERRAL), Victim.of(system, Part.POSTGRES));
    }

    @ParameterizedTest
    @MethodSource("victims")
    void eachIsThereOnce(Victim victim) throws Exception {
        var standing = Standing.of(system);
        var children = Together.each(
                Stream.generate(() ->
                                Sample.sma().livingIn("35").seeking("ONA-IV").titreNotDone())
                        .limit(CHILDREN)
                        .toList(),
                sample -> ReferredChild.by(RENNES, sample).until("AWAITING_INFORMATION"));

        var insistence = new Insistence();
        insistence.killing(victim, CHILDREN + CHANCE.nextInt(CHILDREN), children, child -> new Moves(
                        child, Caller.hospital(RENNES), Caller.coordinator(), insistence)
                .all());
        children.forEach(KilledAmidMovesIT::assertEachOnce);
        Invariants.check(system, new ClientBook());
        standing.assertUnchangedBut(victim);
        children.forEach(child -> child.withdraw().statusCode(200));
    }

    private static void assertEachOnce(ReferredChild child) {
        child.get("/facts").statusCode(200).body("items.find { it.name == 'body-weight' }.statements", hasSize(2));
        child.get("/documents").statusCode(200).body("items", hasSize(1));
        child.get("/questions").statusCode(200).body("asked", hasSize(1)).body("asked[0].messages", hasSize(2));
        var said = List.of("FACTS_ADDED", "WISHES_CHANGED");
        said.forEach(what -> child.get("/timeline").body("items.findAll { it.what == '" + what + "' }", hasSize(1)));
    }
}
