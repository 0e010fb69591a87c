package fr.genereferral.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request that cannot be done, under a stable code; the texts for it are data ({@code problems.json}).
 */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Violation> violations;
    private final transient List<String> actions;
    private final transient UUID existing;
    private final transient ReferralStatus state;

    /**
     * One thing that is wrong with a request.
     *
     * @param pointer JSON pointer into the body
     * @param argument what was expected, or the offending name; never a patient's value
     */
    public record Violation(String pointer, String code, String argument) {}

    private Refused(String code, List<Violation> violations, List<String> actions, UUID existing) {
        this(code, violations, actions, existing, null);
    }

    private Refused(
            String code, List<Violation> violations, List<String> actions, UUID existing, ReferralStatus state) {
        super(code, null, false, false);
        this.state = state;
        this.existing = existing;
        this.code = code;
        this.violations = violations;
        this.actions = actions;
    }

    public static Refused because(String code) {
        return new Refused(code, List.of(), List.of(), null);
    }

    /** Unknown, or somebody else's: the two look the same from outside. */
    public static Refused notFound() {
        return because("REFERRAL_NOT_FOUND");
    }

    public static Refused invalid(List<Violation> violations) {
        return new Refused("INVALID", List.copyOf(violations), List.of(), null);
    }

    /** @throws Refused as invalid, unless there is nothing wrong */
    public static void ifAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw invalid(violations);
        }
    }

    /** @param actions what can still be done */
    public static Refused moveNotAllowed(List<String> actions) {
        return new Refused("MOVE_NOT_ALLOWED", List.of(), List.copyOf(actions), null);
    }

    /** @param existing the hospital's own open referral of the same child and disease */
    public static Refused duplicateOf(UUID existing) {
        return new Refused("DUPLICATE_REFERRAL", List.of(), List.of(), existing);
    }

    /** @param found the one that stands against it, of a referral that the caller may see */
    Refused inState(ReferralStatus found) {
        return new Refused(code, violations, actions, existing, found);
    }

    /** The state that stands against it; empty where none is meant. */
    public Optional<ReferralStatus> state() {
        return Optional.ofNullable(state);
    }

    public String code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** The referral that is there already; empty where none is meant. */
    public Optional<UUID> existing() {
        return Optional.ofNullable(existing);
    }

    public List<String> actions() {
        return actions;
    }
}
