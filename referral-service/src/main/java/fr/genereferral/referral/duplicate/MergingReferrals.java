package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pairs;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Makes one of two referrals of one child, and two again, as the coordinator decides. */
@ApplicationScoped
public class MergingReferrals {
    private static final Logger LOG = Logger.getLogger(MergingReferrals.class);
    /** At once; the others go on the next time. */
    private static final int SOME = 20;

    private final Pairs pairs;
    private final Merges merges;
    private final IdentityKeys keys;
    private final Referrals referrals;
    private final Merges.Dossiers dossiers = new FactUnion();

    MergingReferrals(Pairs pairs, Merges merges, IdentityKeys keys, Referrals referrals) {
        this.pairs = pairs;
        this.merges = merges;
        this.keys = keys;
        this.referrals = referrals;
    }

    /** Only what was found may be one: a wrong id would make one child of two. */
    Uni<Merge> merge(UUID id, Finding finding, Access access) {
        return referrals
                .find(id, access)
                .chain(() -> pairs.of(id))
                .chain(known -> merge(id, known, finding, access))
                .onFailure(MergingReferrals::isOver)
                .recoverWithUni(refused -> done(id, finding.other(), refused));
    }

    private Uni<Merge> merge(UUID id, List<Pair> known, Finding finding, Access access) {
        var pair = known.stream()
                .filter(one -> one.beside(id).id().equals(finding.other()))
                .findFirst()
                .orElseThrow(() -> Refused.moveNotAllowed(List.of()));
        demandCertainty(pair, finding);
        return demandIdentities(List.of(id, finding.other()))
                .chain(() -> merges.merge(pair, finding.reason(), access, dossiers));
    }

    private static boolean isOver(Throwable failure) {
        return failure instanceof Refused refused && refused.code().equals("MOVE_NOT_ALLOWED");
    }

    /** Whoever has not heard the answer asks again: the same two are one already. */
    private Uni<Merge> done(UUID one, UUID other, Throwable refused) {
        return merges.done(one).chain(first -> merges.done(other).map(second -> Stream.of(first, second)
                .flatMap(Optional::stream)
                .filter(merge -> List.of(one, other).containsAll(List.of(merge.survivor(), merge.superseded())))
                .findFirst()
                .orElseThrow(() -> (Refused) refused)));
    }

    private static void demandCertainty(Pair pair, Finding finding) {
        if (pair.mayBeTwins() && !finding.notTwins()) {
            throw Refused.invalid(List.of(new Violation("/notTwins", "FIELD_MISSING", "true")));
        }
    }

    /** Whose identity was erased nobody can tell any more to be the same child. */
    private Uni<Void> demandIdentities(List<UUID> of) {
        return keys.ofAll(of)
                .invoke(kept -> {
                    if (kept.size() < of.size()) {
                        throw Refused.because("MERGE_WITHOUT_IDENTITY");
                    }
                })
                .replaceWithVoid();
    }

    /** Not of a child whose identity was erased meanwhile: its referral would go on, and nobody could say whose it is. */
    Uni<Merge> undo(UUID id, String reason, Access access) {
        return merges.done(id)
                .chain(done -> done.isEmpty() ? Uni.createFrom().voidItem() : demandIdentities(List.of(id)))
                .chain(() -> merges.undo(id, reason, access, dossiers));
    }

    /** Goes on with what has waited for a hub's word; one that cannot keeps nobody else waiting. */
    public Uni<Void> goOn() {
        return merges.stopped(SOME)
                .chain(waiting -> Multi.createFrom()
                        .iterable(waiting)
                        .onItem()
                        .transformToUniAndConcatenate(this::goOn)
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> goOn(Merge merge) {
        return demandIdentities(List.of(merge.superseded(), merge.survivor()))
                .chain(() -> merges.goOn(merge.id(), dossiers))
                .onFailure(Refused.class)
                .recoverWithUni(refused -> callOff(merge, refused))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "A merge could not go on: merge=%s reason=%s",
                        merge.id(), failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    /** What cannot be done any more is for a person again: tried anew it would be refused each time. */
    private Uni<Void> callOff(Merge merge, Refused refused) {
        LOG.infof("A merge is called off: merge=%s reason=%s", merge.id(), refused.code());
        return merges.callOff(merge.id());
    }
}
