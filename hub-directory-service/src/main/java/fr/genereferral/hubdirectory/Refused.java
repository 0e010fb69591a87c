package fr.genereferral.hubdirectory;

import java.util.List;
import java.util.Optional;

/** A request that cannot be done, under a stable code; the texts for it are data ({@code problems.json}). */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Violation> violations;
    private final transient Holder holder;

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
     */
    public record Holder(OfferState offer, PlacementState placement, HubName hub) {}

    private Refused(String code, List<Violation> violations, Holder holder) {
        super(code, null, false, false);
        this.code = code;
        this.violations = violations;
        this.holder = holder;
    }

    public static Refused because(String code) {
        return new Refused(code, List.of(), null);
    }

    /** Unknown, or somebody else's: the two look the same from outside. */
    public static Refused notFound() {
        return because("NOT_FOUND");
    }

    public static Refused invalid(List<Violation> violations) {
        return new Refused("INVALID", List.copyOf(violations), null);
    }

    static Refused noLongerOpen(Holder holder) {
        return new Refused("OFFER_NO_LONGER_OPEN", List.of(), holder);
    }

    public String code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** What can still be done with the same offer: a hub that may not accept can still decline. */
    public List<String> actions() {
        return code.equals("HUB_NOT_ACCREDITED") || code.equals("NO_SLOT_LEFT") ? List.of("DECLINE") : List.of();
    }

    public Optional<Holder> holder() {
        return Optional.ofNullable(holder);
    }
}
