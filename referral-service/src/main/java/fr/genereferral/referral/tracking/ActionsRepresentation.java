package fr.genereferral.referral.tracking;

import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.SettlementReason;
import fr.genereferral.referral.dossier.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this token may do with a referral now; everything else is refused. */
@Schema(name = "Actions")
record ActionsRepresentation(String state, List<Action> items) {
    private static final List<String> SETTLEMENT_REASONS =
            Arrays.stream(SettlementReason.values()).map(Enum::name).toList();

    /**
     * Whose actions are listed.
     *
     * @param may what a referrer may do with the referral now, beside reading; empty for everybody else
     * @param readsAudit whether he is told who has looked at it
     */
    record Asker(Rights rights, List<String> may, boolean isCoordinator, boolean readsAudit) {
        boolean mayAddFacts() {
            return may.contains("ADD_FACTS");
        }
    }

    /** @param needs fields of the body, with their allowed values */
    @Schema(name = "Action")
    record Action(String action, String method, String href, Map<String, List<String>> needs) {}

    /**
     * @param opensIdentity whether the caller may open the identity, and it can still be opened
     * @param disputed facts that can be settled
     */
    static ActionsRepresentation from(Referral referral, Asker asker, boolean opensIdentity, List<Fact> disputed) {
        var base = "/v1/referrals/" + referral.id();
        var items = new ArrayList<>(List.of(
                new Action("READ", "GET", base, Map.of()),
                new Action("READ_TIMELINE", "GET", base + "/timeline", Map.of()),
                new Action("READ_ASSESSMENTS", "GET", base + "/assessments", Map.of()),
                new Action("READ_QUESTIONS", "GET", base + "/questions", Map.of()),
                new Action("READ_FACTS", "GET", base + "/facts", Map.of()),
                new Action("READ_DOCUMENTS", "GET", base + "/documents", Map.of()),
                new Action("READ_MEETINGS", "GET", base + "/meetings", Map.of())));
        if (opensIdentity) {
            items.add(new Action("READ_IDENTITY", "GET", base + "/identity", Map.of()));
        }
        if (asker.readsAudit()) {
            items.add(new Action("READ_AUDIT", "GET", base + "/audit", Map.of()));
            items.add(new Action("EXPORT_AUDIT", "GET", base + "/audit/export", Map.of()));
        }
        if (asker.isCoordinator()
                && referral.state() == ReferralStatus.DUPLICATE_REVIEW
                && !referral.joint().merging()) {
            var needs = Map.of("decision", List.of("NOT_THE_SAME"));
            items.add(new Action("DECIDE_DUPLICATE", "POST", base + "/duplicate-review", needs));
        }
        if (asker.mayAddFacts()) {
            items.add(new Action("ADD_FACTS", "POST", base + "/facts", Map.of()));
            disputed.forEach(fact -> items.add(settlement(base, fact)));
        }
        var state = referral.state().seenBy(asker.rights());
        return new ActionsRepresentation(state.name(), items);
    }

    ActionsRepresentation and(List<Action> moves) {
        return new ActionsRepresentation(
                state, Stream.concat(items.stream(), moves.stream()).toList());
    }

    private static Action settlement(String base, Fact fact) {
        var choices = fact.choices().stream().map(String::valueOf).toList();
        var needs = Map.of("holds", choices, "reason", SETTLEMENT_REASONS);
        return new Action("SETTLE_FACT", "POST", base + "/facts/" + fact.name() + "/settlement", needs);
    }
}
