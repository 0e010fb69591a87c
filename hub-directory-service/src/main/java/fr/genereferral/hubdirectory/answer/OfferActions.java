package fr.genereferral.hubdirectory.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.HandoverReason;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.PlacementRecords.OfferFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be done with an offer now; whatever is not listed is refused. */
@Schema(name = "OfferActions")
record OfferActions(List<Action> actions) {

    /**
     * One action.
     *
     * @param needs fields of the body with the values they may take
     */
    @Schema(name = "OfferAction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(String action, String method, String href, Needs needs) {}

    /**
     * A decline and a giving back need a reason; what is written down needs to say who has said it.
     *
     * @param function of whoever has said it at the hub; absent where the hub itself answers
     */
    @Schema(name = "DeclineNeeds")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Needs(List<String> reason, List<String> function) {
        private static Needs oneOf(Enum<?>[] reasons) {
            return new Needs(names(reasons), null);
        }

        private static Needs saidBy(Enum<?>[] functions, Enum<?>... reasons) {
            return new Needs(reasons.length == 0 ? null : names(reasons), names(functions));
        }

        private static List<String> names(Enum<?>[] codes) {
            return Arrays.stream(codes).map(Enum::name).toList();
        }
    }

    /** An offer that has expired can be accepted, or nothing can be done with it. */
    static OfferActions late(UUID offer, boolean mayAccept) {
        return new OfferActions(mayAccept ? List.of(accept("/v1/offers/" + offer)) : List.of());
    }

    private static Action accept(String href) {
        return new Action("ACCEPT", "POST", href + "/acceptance", null);
    }

    /** What a hub may say, as it is called where somebody else writes it down; none where only the hub itself may. */
    static Optional<String> writtenDown(String action) {
        return switch (action) {
            case "ACCEPT" -> Optional.of("RECORD_ACCEPTANCE");
            case "DECLINE" -> Optional.of("RECORD_DECLINAL");
            default -> Optional.empty();
        };
    }

    /** What a hub has said by telephone. */
    static OfferActions toWriteDown(UUID offer, boolean mayDecline, boolean mayAccept) {
        var href = "/v1/offers/" + offer;
        var actions = new ArrayList<Action>();
        if (mayAccept) {
            var needs = Needs.saidBy(HubFunction.values());
            actions.add(new Action("RECORD_ACCEPTANCE", "POST", href + "/telephone-acceptance", needs));
        }
        if (mayDecline) {
            var needs = Needs.saidBy(HubFunction.values(), DeclineReason.values());
            actions.add(new Action("RECORD_DECLINAL", "POST", href + "/telephone-declinal", needs));
        }
        return new OfferActions(actions);
    }

    /** @param mayTake whether the hub is accredited for this child today, and has a place */
    static OfferActions of(OfferFile file, boolean mayTake) {
        var href = "/v1/offers/" + file.offer().id();
        var actions = new ArrayList<Action>();
        if (file.isBinding()) {
            var needs = Needs.oneOf(GiveBackReason.values());
            actions.add(new Action("GIVE_BACK", "POST", href + "/give-back", needs));
        }
        if (file.offer().isOpen() && mayTake) {
            actions.add(accept(href));
        }
        if (file.offer().isOpen()) {
            actions.add(new Action("DECLINE", "POST", href + "/declinal", Needs.oneOf(DeclineReason.values())));
        }
        return new OfferActions(actions.isEmpty() ? actions : with(actions, amongColleagues(file, href)));
    }

    /** Who reads the file: for as long as there is something to do. */
    private static List<Action> amongColleagues(OfferFile file, String href) {
        var needs = Needs.oneOf(HandoverReason.values());
        var claim = new Action("CLAIM", "POST", href + "/claim", null);
        var handOver = new Action("HAND_OVER", "POST", href + "/handover", needs);
        var release = new Action("RELEASE", "POST", href + "/release", null);
        return file.isInHand() ? List.of(claim, handOver, release) : List.of(claim, handOver);
    }

    private static List<Action> with(List<Action> actions, List<Action> more) {
        return Stream.concat(actions.stream(), more.stream()).toList();
    }
}
