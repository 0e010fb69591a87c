package fr.genereferral.referral.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Lookalikes;
import fr.genereferral.referral.Lookalikes.Found;
import fr.genereferral.referral.Lookalikes.Met;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.duplicate.OpeningTraits.Opened;
import fr.genereferral.referral.likeness.Likeness;
import fr.genereferral.referral.likeness.Likeness.Outcome;
import fr.genereferral.referral.likeness.LikenessMarks;
import fr.genereferral.referral.likeness.Traits;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares one referral with the others, and holds the later of two that probably are of one child. What is opened for it is kept. */
@ApplicationScoped
class Comparing {
    /** Nobody has more namesakes of one day; and a comparison opens an identity. */
    private static final int OTHERS = 50;

    static final Access PLATFORM =
            new Access(Actor.platform("referral-service"), Rights.platform(), "COMPARE_IDENTITY", null);

    private final Lookalikes lookalikes;
    private final OpeningTraits opening;
    private final Referrals referrals;
    private final LikenessMarks marks;
    private final ObjectMapper json;
    private final Clock clock;

    Comparing(
            Lookalikes lookalikes,
            OpeningTraits opening,
            Referrals referrals,
            RequestHash hash,
            ObjectMapper json,
            Clock clock) {
        this.lookalikes = lookalikes;
        this.opening = opening;
        this.referrals = referrals;
        this.marks = new LikenessMarks(hash);
        this.json = json;
        this.clock = clock;
    }

    /** Whose identity was erased is compared with nobody; one that is there and does not open is a failure. */
    Uni<Void> compare(UUID id) {
        return opening.own(id)
                .chain(own -> own.isPresent()
                        ? compare(id, own.get())
                        : lookalikes.compared(id, List.of(), Map.of(), PLATFORM));
    }

    /** Its marks are there for all before it looks: of two that look at the same instant one finds the other. */
    private Uni<Void> compare(UUID id, Opened opened) {
        var own = marks.of(opened.traits());
        return lookalikes
                .mark(id, opened.version(), own)
                .chain(() -> lookalikes.met(id, own, OTHERS))
                .chain(met -> beside(opened.traits(), met).chain(others -> hold(id, met, others)
                        .chain(() -> lookalikes.compared(id, kept(others), read(id, opened, others), PLATFORM))));
    }

    /** @param version of the other one's identity */
    private record Beside(int version, Likeness likeness) {}

    /** What comes out of an identity is let go before the next ones are opened. */
    private Uni<Map<UUID, Beside>> beside(Traits traits, List<Met> met) {
        var today = Paris.dayOf(clock.instant());
        return opening.others(
                met.stream().map(Met::id).toList(),
                other -> new Beside(other.version(), Likeness.of(traits, other.traits(), today)));
    }

    private static Map<UUID, Integer> read(UUID id, Opened opened, Map<UUID, Beside> others) {
        var read = new HashMap<>(Map.of(id, opened.version()));
        others.forEach((other, beside) -> read.put(other, beside.version()));
        return read;
    }

    /** The later of each pair. Held first and kept then: whoever is stopped in between holds it again, which changes nothing. */
    private Uni<Void> hold(UUID id, List<Met> met, Map<UUID, Beside> found) {
        var held = met.stream()
                .filter(Met::mayBeHeld)
                .filter(one -> found.containsKey(one.id())
                        && found.get(one.id()).likeness().outcome() != Outcome.DIFFERENT)
                .map(one -> one.later() ? one.living() : id)
                .distinct()
                .toList();
        return Multi.createFrom()
                .iterable(held)
                .onItem()
                .transformToUniAndConcatenate(later -> referrals.changeAny(
                        later,
                        PLATFORM.doing("SUSPECT_DUPLICATE"),
                        referral -> referral.duplicateSuspected(PLATFORM.by(), clock.instant())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private List<Found> kept(Map<UUID, Beside> found) {
        return found.entrySet().stream()
                .map(one -> kept(one.getKey(), one.getValue().likeness()))
                .toList();
    }

    private Found kept(UUID other, Likeness likeness) {
        try {
            return new Found(
                    other, likeness.outcome().name(), likeness.bits(), json.writeValueAsString(likeness.agreements()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("agreements are words", e);
        }
    }
}
