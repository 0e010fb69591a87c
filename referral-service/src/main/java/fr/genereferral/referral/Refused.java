package fr.genereferral.referral;

import java.util.List;

/**
 * A request that cannot be done, under a stable code; the texts for it are data ({@code problems.json}).
 */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Violation> violations;
    private final transient List<String> actions;

    /**
     * One thing that is wrong with a request.
     *
     * @param pointer JSON pointer into the body
     * @param argument what was expected, or the offending name; never a patient's value
     */
    public record Violation(String pointer, String code, String argument) {}

    private Refused(String code, List<Violation> violations, List<String> actions) {
        super(code, null, false, false);
        this.code = code;
        this.violations = violations;
        this.actions = actions;
    }

    public static Refused because(String code) {
        return new Refused(code, List.of(), List.of());
    }

    /** Unknown, or somebody else's: the two look the same from outside. */
    public static Refused notFound() {
        return because("REFERRAL_NOT_FOUND");
    }

    public static Refused invalid(List<Violation> violations) {
        return new Refused("INVALID", List.copyOf(violations), List.of());
    }

    /** @param actions what can still be done */
    public static Refused moveNotAllowed(List<String> actions) {
        return new Refused("MOVE_NOT_ALLOWED", List.of(), List.copyOf(actions));
    }

    public String code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    public List<String> actions() {
        return actions;
    }
}
