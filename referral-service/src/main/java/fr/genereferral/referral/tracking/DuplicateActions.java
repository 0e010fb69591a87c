package fr.genereferral.referral.tracking;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Merging;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pairs;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Survivor;
import fr.genereferral.referral.Survivor.Candidate;
import fr.genereferral.referral.tracking.ActionsRepresentation.Action;
import fr.genereferral.referral.web.DuplicateNeeds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the coordinator may do with a referral and others of the same child. */
@ApplicationScoped
class DuplicateActions {
    private static final String BASE = "/v1/referrals/";

    private final Pairs pairs;
    private final Merges merges;
    private final Referrals referrals;
    private final IdentityKeys keys;
    private final DuplicateNeeds needs;

    DuplicateActions(Pairs pairs, Merges merges, Referrals referrals, IdentityKeys keys, DuplicateNeeds needs) {
        this.pairs = pairs;
        this.merges = merges;
        this.referrals = referrals;
        this.keys = keys;
        this.needs = needs;
    }

    Uni<List<Action>> of(Referral referral, Access access) {
        if (referral.state() == ReferralStatus.MERGED) {
            return merges.done(referral.id()).chain(merge -> merge.map(done -> undoing(done, access))
                    .orElseGet(() -> Uni.createFrom().item(List.of())));
        }
        return referral.state().isEnd()
                ? Uni.createFrom().item(List.of())
                : pairs.of(referral.id()).chain(known -> merging(referral.id(), known));
    }

    /** Whose identity is erased, or whose keys cannot be asked now, is merged with nobody. */
    private Uni<List<Action>> merging(UUID id, List<Pair> known) {
        var possible = known.stream()
                .filter(pair -> Survivor.isPossible(Candidate.of(pair.one()), Candidate.of(pair.other())))
                .toList();
        if (possible.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var all = Stream.concat(Stream.of(id), possible.stream().map(pair -> pair.beside(id)
                        .id()))
                .toList();
        return keys.ofAll(all)
                .map(Map::keySet)
                .onFailure()
                .recoverWithItem(Set.of())
                .map(kept -> possible.stream()
                        .filter(pair -> kept.contains(id)
                                && kept.contains(pair.beside(id).id()))
                        .map(pair -> merge(id, pair))
                        .collect(Collectors.toList()));
    }

    private Action merge(UUID id, Pair pair) {
        var other = pair.beside(id).id();
        return new Action("MERGE_DUPLICATE", "POST", BASE + id + "/merge", needs.ofMerge(pair, other));
    }

    private Uni<List<Action>> undoing(Merge merge, Access access) {
        return keys.kept(merge.superseded())
                .onFailure()
                .recoverWithItem(false)
                .chain(kept -> kept
                        ? undoingOfOneKept(merge, access)
                        : Uni.createFrom().item(List.of()));
    }

    private Uni<List<Action>> undoingOfOneKept(Merge merge, Access access) {
        var href = BASE + merge.superseded() + "/merge-undoing";
        return referrals
                .find(merge.survivor(), access)
                .map(survivor -> Merging.isUndoable(survivor)
                        ? List.of(new Action("UNDO_MERGE", "POST", href, needs.ofUndoing()))
                        : List.of());
    }
}
