package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Merging;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pair.Conclusion;
import fr.genereferral.referral.Pair.Side;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Survivor;
import fr.genereferral.referral.Survivor.Candidate;
import fr.genereferral.referral.web.DuplicateNeeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the coordinator may do about a pair now. */
@ApplicationScoped
class PairActions {
    private static final String BASE = "/v1/referrals/";

    private final DuplicateNeeds needs;

    PairActions(DuplicateNeeds needs) {
        this.needs = needs;
    }

    /** @param needs fields of the body, with their allowed values */
    @Schema(name = "PairAction")
    record Action(String action, String method, String href, Map<String, List<String>> needs) {}

    /** @param kept whose identity is not erased: nobody can tell of others that they are of one child */
    List<Action> of(Pair pair, Set<UUID> kept) {
        var actions = new ArrayList<Action>();
        var href = BASE + pair.one().id();
        if (pair.waits()) {
            var decision = Map.of(
                    "decision",
                    List.of("NOT_THE_SAME"),
                    "other",
                    List.of(pair.other().id().toString()));
            actions.add(new Action("RULE_OUT_DUPLICATE", "POST", href + "/duplicate-review", decision));
        }
        if (kept.containsAll(List.of(pair.one().id(), pair.other().id()))
                && Survivor.isPossible(Candidate.of(pair.one()), Candidate.of(pair.other()))) {
            actions.add(new Action(
                    "MERGE_DUPLICATE",
                    "POST",
                    href + "/merge",
                    needs.ofMerge(pair, pair.other().id())));
        }
        if (pair.last() != null && pair.last().decision() == Conclusion.SAME_CHILD) {
            undoing(pair.one(), pair.other(), kept, actions);
            undoing(pair.other(), pair.one(), kept, actions);
        }
        return actions;
    }

    private void undoing(Side superseded, Side survivor, Set<UUID> kept, List<Action> actions) {
        if (superseded.state() == ReferralStatus.MERGED
                && survivor.id().equals(superseded.supersededBy())
                && kept.contains(superseded.id())
                && !survivor.busy()
                && Merging.isUndoable(survivor.state())) {
            var href = BASE + superseded.id() + "/merge-undoing";
            actions.add(new Action("UNDO_MERGE", "POST", href, needs.ofUndoing()));
        }
    }
}
