package fr.genereferral.hubdirectory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A request that cannot be done, under a stable code; the texts for it are data ({@code problems.json}). */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Violation> violations;
    private final transient Holder holder;
    private final transient List<String> actions;
    private final transient ExclusionReason exclusion;

    /**
     * One thing that is wrong with a request.
     *
     * @param pointer JSON pointer into the body
     * @param argument what was expected, or the offending name; never a patient's value
     */
    public record Violation(String pointer, String code, String argument) {}

    /**
     * Where an offer that is no longer open stands, and the hub that is being asked or has accepted instead.
     *
     * @param hub null when nobody is being asked
     * @param offerId the offer that it has, when it is the same hub: whoever has lost the answer to a late yes finds it
     *     there; null otherwise
     */
    public record Holder(OfferState offer, PlacementState placement, HubName hub, UUID offerId) {}

    private Refused(
            String code, List<Violation> violations, Holder holder, List<String> actions, ExclusionReason exclusion) {
        super(code, null, false, false);
        this.code = code;
        this.violations = violations;
        this.holder = holder;
        this.actions = actions;
        this.exclusion = exclusion;
    }

    private Refused(String code, List<Violation> violations, Holder holder, List<String> actions) {
        this(code, violations, holder, actions, null);
    }

    public static Refused because(String code) {
        return new Refused(code, List.of(), null, left(code));
    }

    /** A hub that may not accept can still decline. */
    private static List<String> left(String code) {
        return switch (code) {
            case "HUB_NOT_ACCREDITED", "NO_SLOT_LEFT" -> List.of("DECLINE");
            default -> List.of();
        };
    }

    /** @param actions what can still be done */
    static Refused leaving(String code, List<String> actions) {
        return new Refused(code, List.of(), null, List.copyOf(actions));
    }

    /** Unknown, or somebody else's: the two look the same from outside. */
    public static Refused notFound() {
        return because("NOT_FOUND");
    }

    public static Refused invalid(List<Violation> violations) {
        return new Refused("INVALID", List.copyOf(violations), null, List.of());
    }

    /** Whoever meant to answer what the same hub has accepted meanwhile can give it back. */
    static Refused noLongerOpen(Holder holder) {
        var left = holder.offer().isBinding(holder.placement()) ? List.of("GIVE_BACK") : List.<String>of();
        return new Refused("OFFER_NO_LONGER_OPEN", List.of(), holder, left);
    }

    /** @param exclusion what keeps the hub that was named from taking the child today */
    static Refused notAble(ExclusionReason exclusion) {
        return new Refused("HUB_NOT_ABLE", List.of(), null, List.of(), exclusion);
    }

    /** @param mayTake whether the hub could say yes, were the offer open */
    static Refused notAccepted(Holder holder, boolean mayTake) {
        var answers = mayTake ? List.of("ACCEPT", "DECLINE") : List.of("DECLINE");
        var actions = holder.offer() == OfferState.OPEN ? answers : List.<String>of();
        return new Refused("OFFER_NOT_ACCEPTED", List.of(), holder, actions);
    }

    /** @param left what can be done instead, as whoever has asked reads it */
    public Refused leaving(List<String> left) {
        return new Refused(code, violations, holder, List.copyOf(left), exclusion);
    }

    /** The same to somebody who calls what is left by other names, and may not do all of it. */
    public Refused named(Function<String, Optional<String>> name) {
        return leaving(actions.stream().map(name).flatMap(Optional::stream).toList());
    }

    public String code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** What can still be done with the same offer, or for the same child. */
    public List<String> actions() {
        return actions;
    }

    public Optional<ExclusionReason> exclusion() {
        return Optional.ofNullable(exclusion);
    }

    public Optional<Holder> holder() {
        return Optional.ofNullable(holder);
    }
}
