package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Merging;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pair.Conclusion;
import fr.genereferral.referral.Pair.Side;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Survivor;
import fr.genereferral.referral.Survivor.Candidate;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.CodeCatalogue.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the coordinator may do about a pair now. */
@ApplicationScoped
class PairActions {
    private static final String BASE = "/v1/referrals/";

    private final CodeCatalogue codes;

    PairActions(CodeCatalogue codes) {
        this.codes = codes;
    }

    /** @param needs fields of the body, with their allowed values */
    @Schema(name = "PairAction")
    record Action(String action, String method, String href, Map<String, List<String>> needs) {}

    /** @param kept whose identity is not erased: nobody can tell of others that they are of one child */
    List<Action> of(Pair pair, Set<UUID> kept) {
        var actions = new ArrayList<Action>();
        var href = BASE + pair.one().id();
        var other = List.of(pair.other().id().toString());
        if (pair.waits()) {
            var needs = Map.of("decision", List.of("NOT_THE_SAME"), "other", other);
            actions.add(new Action("RULE_OUT_DUPLICATE", "POST", href + "/duplicate-review", needs));
        }
        if (kept.containsAll(List.of(pair.one().id(), pair.other().id()))
                && Survivor.isPossible(Candidate.of(pair.one()), Candidate.of(pair.other()))) {
            actions.add(new Action("MERGE_DUPLICATE", "POST", href + "/merge", merge(pair, other)));
        }
        if (pair.last() != null && pair.last().decision() == Conclusion.SAME_CHILD) {
            undoing(pair.one(), pair.other(), actions);
            undoing(pair.other(), pair.one(), actions);
        }
        return actions;
    }

    private Map<String, List<String>> merge(Pair pair, List<String> other) {
        var needs = new LinkedHashMap<String, List<String>>();
        needs.put("other", other);
        needs.put("reason", codes.of(Kind.MERGE));
        if (pair.mayBeTwins()) {
            needs.put("notTwins", List.of("true"));
        }
        return needs;
    }

    private void undoing(Side superseded, Side survivor, List<Action> actions) {
        if (superseded.state() == ReferralStatus.MERGED
                && survivor.id().equals(superseded.supersededBy())
                && !survivor.busy()
                && Merging.isUndoable(survivor.state())) {
            var needs = Map.of("reason", codes.of(Kind.MERGE_UNDOING));
            actions.add(new Action("UNDO_MERGE", "POST", BASE + superseded.id() + "/merge-undoing", needs));
        }
    }
}
