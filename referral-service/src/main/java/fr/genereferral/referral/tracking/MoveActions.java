package fr.genereferral.referral.tracking;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Asking;
import fr.genereferral.referral.Care;
import fr.genereferral.referral.Deciding;
import fr.genereferral.referral.InCharge;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.tracking.ActionsRepresentation.Action;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.CodeCatalogue.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The moves that a person may make with a referral now, with what each needs. */
final class MoveActions {
    private static final Set<String> NEEDING_THE_KEY = Set.of("EDIT_DRAFT", "VALIDATE", "SUBMIT", "CORRECT_IDENTITY");

    private final Referral referral;
    private final Actor by;
    private final String organisation;
    private final CodeCatalogue codes;
    private final String base;

    MoveActions(Referral referral, Actor by, CodeCatalogue codes) {
        this.referral = referral;
        this.by = by;
        this.organisation = by.organisation();
        this.codes = codes;
        this.base = "/v1/referrals/" + referral.id();
    }

    /** @param opens whether what is written can be opened and sealed now */
    List<Action> ofHospital(boolean opens) {
        return referral.actionsOf(organisation).stream()
                .filter(action -> opens || !NEEDING_THE_KEY.contains(action))
                .flatMap(action -> ofHospital(action).stream())
                .toList();
    }

    /** That facts may be added is said beside what may be settled. */
    private Optional<Action> ofHospital(String action) {
        return switch (action) {
            case "EDIT_DRAFT" -> Optional.of(new Action(action, "PUT", base, Map.of()));
            case "VALIDATE" -> Optional.of(new Action(action, "POST", base + "/validation", Map.of()));
            case "SUBMIT" -> Optional.of(new Action(action, "POST", base + "/submission", Map.of()));
            case "CHANGE_WISHES" -> Optional.of(new Action(action, "PUT", base + "/family-wishes", Map.of()));
            case "CORRECT_IDENTITY" -> Optional.of(new Action(action, "PUT", base + "/identity", correction()));
            case "WITHDRAW" -> Optional.of(new Action(action, "POST", base + "/withdrawal", withdrawal()));
            default -> Optional.empty();
        };
    }

    private Map<String, List<String>> correction() {
        return Map.of("reason", codes.of(Kind.IDENTITY_CORRECTION));
    }

    private Map<String, List<String>> withdrawal() {
        return Map.of("reason", referral.withdrawalReasons(codes.of(Kind.WITHDRAWAL)));
    }

    /** @param may what the caller's role may do at all */
    List<Action> ofConversation(boolean asks, Predicate<Asking.Action> may) {
        var asking = new Asking(referral);
        var items = new ArrayList<Action>();
        if (asks && asking.isPossible(by)) {
            items.add(new Action("ASK_QUESTION", "POST", base + "/questions", Map.of()));
        }
        asking.actionsOf(by).stream()
                .filter(one -> may.test(one.action()))
                .map(this::action)
                .forEach(items::add);
        return items;
    }

    private Action action(Asking.Possible one) {
        var question = base + "/questions/" + one.question();
        return switch (one.action()) {
            case ANSWER_QUESTION -> new Action(one.action().name(), "POST", question + "/answer", Map.of());
            case WRITE_MESSAGE -> new Action(one.action().name(), "POST", question + "/messages", Map.of());
            case TAKE_QUESTION_BACK -> new Action(one.action().name(), "POST", question + "/withdrawal", Map.of());
        };
    }

    List<Action> ofHub() {
        return new InCharge(referral)
                .actionsOf(organisation).stream()
                        .map(action -> action(action, new InCharge(referral).mayRefuse()))
                        .toList();
    }

    /** @param mayRefuse whether a wish to stop may be answered otherwise than it is meant */
    private Action action(String action, boolean mayRefuse) {
        return switch (action) {
            case "RECORD_MEETING" -> new Action(action, "POST", base + "/meetings", meeting());
            case "BEGIN_CARE" -> new Action(action, "POST", base + "/care", Map.of());
            case "REPORT_OUTCOME" -> new Action(action, "POST", base + "/outcome", outcome());
            case "ANSWER_CANCELLATION" -> new Action(action, "POST", base + "/cancellation", answer(mayRefuse));
            default -> throw new IllegalStateException("nobody knows how to " + action);
        };
    }

    List<Action> ofCoordinator() {
        return new Deciding(referral)
                .actionsOfCoordinator().stream()
                        .map(action -> action(action, false))
                        .toList();
    }

    /** While nobody is asked to take the child: what may be done about it is read where hubs are asked. */
    List<Action> ofCoordinatorAt(URI hubDirectory) {
        if (referral.state() != ReferralStatus.ESCALATED) {
            return List.of();
        }
        var href = hubDirectory.resolve("/v1/placements/" + referral.id() + "/actions");
        return List.of(new Action("COORDINATE", "GET", href.toString(), Map.of()));
    }

    private Map<String, List<String>> meeting() {
        return Map.of(
                "therapy", new Deciding(referral).therapies(),
                "decision", names(Meeting.Decision.values()),
                "reason", codes.of(Kind.MEETING));
    }

    private Map<String, List<String>> outcome() {
        var hub = new InCharge(referral);
        var results = hub.results().toArray(Care.Result[]::new);
        return Map.of("result", names(results), "reason", hub.reasons(codes.of(Kind.NOT_TREATED)));
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private Map<String, List<String>> answer(boolean mayRefuse) {
        return mayRefuse
                ? Map.of(
                        "decision", List.of("CONFIRMED", "REFUSED"),
                        "reason", codes.refusalsOf(referral.withdrawalReason()))
                : Map.of("decision", List.of("CONFIRMED"));
    }
}
