package fr.genereferral.hubdirectory.coordination;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.AssignmentReason;
import fr.genereferral.hubdirectory.Coordinator;
import fr.genereferral.hubdirectory.Escalation;
import fr.genereferral.hubdirectory.Interventions.AssignmentFile;
import fr.genereferral.hubdirectory.Interventions.Case;
import fr.genereferral.hubdirectory.ReopeningReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the coordinator may do with a placement now; whatever is not listed is refused. */
@Schema(name = "PlacementActions")
record PlacementActions(List<Action> actions) {

    /**
     * One action.
     *
     * @param needs fields of the body with the values they may take
     */
    @Schema(name = "PlacementAction")
    record Action(String action, String method, String href, Needs needs) {}

    /**
     * What the body of an action holds; absent where it holds no such field.
     *
     * @param hub every hub that could take the child today
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PlacementActionNeeds")
    record Needs(List<String> hub, List<String> reason, List<String> decision) {}

    static PlacementActions none() {
        return new PlacementActions(List.of());
    }

    /** Each once, in order. */
    List<String> names() {
        return actions.stream().map(Action::action).distinct().toList();
    }

    /** @param found waits for the coordinator */
    static PlacementActions of(Case found, Escalation escalation, Coordinator by) {
        var base = "/v1/placements/" + found.placement().referralId();
        var actions = new ArrayList<Action>();
        var able = escalation.able().stream().map(one -> one.hub().hub().id()).toList();
        if (found.isEscalated() && !able.isEmpty()) {
            var needs = new Needs(able, names(AssignmentReason.values()), null);
            actions.add(new Action("ASSIGN_HUB", "POST", base + "/assignments", needs));
        }
        found.proposed().forEach(file -> decide(base, file, able, by, actions));
        var needs = new Needs(null, names(ReopeningReason.values()), null);
        actions.add(new Action("REOPEN_SEARCH", "POST", base + "/reopening", needs));
        return new PlacementActions(List.copyOf(actions));
    }

    private static void decide(
            String base, AssignmentFile file, List<String> able, Coordinator by, List<Action> actions) {
        var assignment = file.assignment();
        var href = base + "/assignments/" + assignment.id() + "/confirmation";
        if (assignment.mayBeConfirmedBy(by) && able.contains(assignment.hub().id())) {
            actions.add(new Action("CONFIRM_ASSIGNMENT", "POST", href, decision("CONFIRM")));
        }
        actions.add(new Action("REFUSE_ASSIGNMENT", "POST", href, decision("REFUSE")));
    }

    private static Needs decision(String decision) {
        return new Needs(null, null, List.of(decision));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
