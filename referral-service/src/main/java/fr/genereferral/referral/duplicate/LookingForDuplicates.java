package fr.genereferral.referral.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Lookalikes;
import fr.genereferral.referral.Lookalikes.Found;
import fr.genereferral.referral.Lookalikes.Kept;
import fr.genereferral.referral.Lookalikes.Met;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.Rights;
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
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Compares each referral, once it has been taken in, with those that it may be of one child with, and holds the later of two that
 * probably are. The hospital that sends does not wait for it. What is opened for it, and that it was, is kept.
 */
@ApplicationScoped
public class LookingForDuplicates {
    private static final Logger LOG = Logger.getLogger(LookingForDuplicates.class);
    /** At once; the others are looked at the next time. */
    private static final int REFERRALS = 20;
    /** Nobody has more namesakes of one day; and a comparison opens an identity. */
    private static final int OTHERS = 50;

    private static final Access PLATFORM =
            new Access(Actor.platform("referral-service"), Rights.platform(), "COMPARE_IDENTITY", null);

    private final Lookalikes lookalikes;
    private final IdentityKeys keys;
    private final Referrals referrals;
    private final LikenessMarks marks;
    private final ObjectMapper json;
    private final Clock clock;

    LookingForDuplicates(
            Lookalikes lookalikes,
            IdentityKeys keys,
            Referrals referrals,
            RequestHash hash,
            ObjectMapper json,
            Clock clock) {
        this.lookalikes = lookalikes;
        this.keys = keys;
        this.referrals = referrals;
        this.marks = new LikenessMarks(hash);
        this.json = json;
        this.clock = clock;
    }

    /** @return how many were looked at; one that cannot be is left for the next time and keeps nobody else waiting */
    public Uni<Integer> look() {
        return lookalikes.notCompared(REFERRALS).chain(ids -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(this::lookedAt)
                .collect()
                .asList()
                .map(done -> (int) done.stream().filter(one -> one).count()));
    }

    private Uni<Boolean> lookedAt(UUID id) {
        return opened(List.of(id))
                .chain(opened -> opened.containsKey(id)
                        ? compare(id, opened.get(id))
                        : lookalikes.compared(id, List.of(), PLATFORM))
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "A referral could not be compared: referralId=%s reason=%s",
                        id, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(false);
    }

    /** Its marks are there for all before it looks: of two that look at the same instant one finds the other. */
    private Uni<Void> compare(UUID id, Traits traits) {
        var own = marks.of(traits);
        return lookalikes
                .mark(id, own)
                .chain(() -> lookalikes.met(id, own, OTHERS))
                .chain(met ->
                        opened(met.stream().map(Met::id).toList()).chain(others -> judge(id, traits, met, others)));
    }

    private Uni<Void> judge(UUID id, Traits traits, List<Met> met, Map<UUID, Traits> others) {
        var today = Paris.dayOf(clock.instant());
        var found = new HashMap<UUID, Likeness>();
        others.forEach((other, its) -> found.put(other, Likeness.of(traits, its, today)));
        return hold(id, met, found)
                .chain(() -> lookalikes.compared(
                        id,
                        found.entrySet().stream()
                                .map(one -> kept(one.getKey(), one.getValue()))
                                .toList(),
                        PLATFORM));
    }

    /** The later of each pair. Held first and kept then: whoever is stopped in between holds it again, which changes nothing. */
    private Uni<Void> hold(UUID id, List<Met> met, Map<UUID, Likeness> found) {
        var held = met.stream()
                .filter(one ->
                        found.containsKey(one.id()) && found.get(one.id()).outcome() != Outcome.DIFFERENT)
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

    private Found kept(UUID other, Likeness likeness) {
        try {
            return new Found(
                    other, likeness.outcome().name(), likeness.bits(), json.writeValueAsString(likeness.agreements()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("agreements are words", e);
        }
    }

    /** Whose key is gone, or whose identity does not open, is compared with nobody. */
    private Uni<Map<UUID, Traits>> opened(List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : lookalikes.kept(ids).chain(kept -> keys.ofAll(ids).map(seals -> opened(kept, seals)));
    }

    private static Map<UUID, Traits> opened(List<Kept> kept, Map<UUID, Optional<IdentitySeal>> seals) {
        var opened = new HashMap<UUID, Traits>();
        for (var one : kept) {
            seals.getOrDefault(one.id(), Optional.empty())
                    .flatMap(seal -> OpenedTraits.of(one, seal))
                    .ifPresent(traits -> opened.put(one.id(), traits));
        }
        return opened;
    }
}
