package fr.genereferral.referral.dossier;

import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One thing that is known of a patient, with everything that was ever said of it. */
public final class Fact {
    /** What has become of a statement. */
    public enum Standing {
        CURRENT,
        /** Something newer, or something that was found, counts instead. */
        PAST,
        CONFLICTING,
        /** A clinician has said that another one holds. */
        SET_ASIDE
    }

    private final String name;
    private final List<Statement> statements = new ArrayList<>();
    private final List<FactEntry> settlements = new ArrayList<>();
    private final Set<Integer> setAside = new HashSet<>();

    Fact(String name) {
        this.name = name;
    }

    void say(Statement statement) {
        statements.add(statement);
    }

    void settle(FactEntry settlement) {
        settlements.add(settlement);
        holding().stream()
                .map(Statement::number)
                .filter(number -> !number.equals(settlement.holds()))
                .forEach(setAside::add);
    }

    private List<Statement> holding() {
        return Agreement.holding(
                statements.stream().filter(one -> !isSetAside(one)).toList());
    }

    public boolean isConflicting() {
        var holding = holding();
        return holding.size() > 1 || holding.stream().anyMatch(Statement::isDoubtful);
    }

    /** Numbers of the statements that a clinician may choose from; empty when nothing is to be settled. */
    public List<Integer> choices() {
        return isConflicting()
                ? holding().stream()
                        .filter(one -> !one.isDoubtful())
                        .map(Statement::number)
                        .toList()
                : List.of();
    }

    public Standing standing(Statement statement) {
        if (isSetAside(statement)) {
            return Standing.SET_ASIDE;
        }
        if (!holding().contains(statement)) {
            return Standing.PAST;
        }
        return isConflicting() ? Standing.CONFLICTING : Standing.CURRENT;
    }

    boolean isSetAside(Statement statement) {
        return setAside.contains(statement.number());
    }

    public String name() {
        return name;
    }

    public FactKind kind() {
        return statements.get(0).kind();
    }

    /** Oldest first. */
    public List<Statement> statements() {
        return List.copyOf(statements);
    }

    /** Oldest first. */
    public List<FactEntry> settlements() {
        return List.copyOf(settlements);
    }
}
