package fr.genereferral.eligibility;

import java.util.List;

/** A request that cannot be done, under a stable code; the texts for it are data ({@code problems.json}). */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Violation> violations;

    /**
     * One thing that is wrong with a request.
     *
     * @param pointer JSON pointer into the body
     * @param argument what was expected; never a patient's value
     */
    public record Violation(String pointer, String code, String argument) {}

    private Refused(String code, List<Violation> violations) {
        super(code, null, false, false);
        this.code = code;
        this.violations = violations;
    }

    public static Refused because(String code) {
        return new Refused(code, List.of());
    }

    public static Refused invalid(List<Violation> violations) {
        return new Refused("INVALID", List.copyOf(violations));
    }

    public String code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }
}
