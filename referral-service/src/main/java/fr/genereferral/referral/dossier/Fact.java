package fr.genereferral.referral.dossier;

import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
    /** Asked for each statement; null when something has been said or settled since it was last found out. */
    private List<Statement> holding;

    Fact(String name) {
        this.name = name;
    }

    void say(Statement statement) {
        statements.add(statement);
        holding = null;
    }

    void settle(FactEntry settlement) {
        settlements.add(settlement);
        setAside.clear();
        setAside.addAll(settlement.setsAside());
        holding = null;
    }

    /** All that has to be set aside so that a statement holds; it may have been set aside itself, by mistake. */
    public List<Integer> setAsideFor(int number) {
        var chosen = statements.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
        var without = new TreeSet<>(setAside);
        without.remove(number);
        var against = against(chosen, without);
        while (!against.isEmpty()) {
            without.addAll(against);
            against = against(chosen, without);
        }
        return List.copyOf(without);
    }

    private List<Integer> against(Statement chosen, Set<Integer> without) {
        return holding(without).stream()
                .filter(one -> one.isDoubtful() || !one.meaning().equals(chosen.meaning()))
                .map(Statement::number)
                .toList();
    }

    boolean hasSaid(Statement statement) {
        return sayingThatToo(statement).findAny().isPresent();
    }

    /** Whether the same hospital has said so of the same referral. */
    boolean hasSaidItself(Statement statement) {
        return numberOf(statement).isPresent();
    }

    /** Under which number it has. */
    Optional<Integer> numberOf(Statement statement) {
        return sayingThatToo(statement)
                .filter(statement::isOfTheVoiceOf)
                .map(Statement::number)
                .findFirst();
    }

    /** Under which number the same hospital has said so, and by which report. */
    Optional<Integer> numberOfCited(Statement statement) {
        return statements.stream()
                .filter(earlier -> !isSetAside(earlier) && statement.isOfTheVoiceOf(earlier))
                .filter(earlier -> earlier.uncited().equals(statement.uncited()))
                .map(Statement::number)
                .findFirst();
    }

    private Stream<Statement> sayingThatToo(Statement statement) {
        return statements.stream().filter(earlier -> !isSetAside(earlier)).filter(earlier -> earlier.content()
                .equals(statement.content()));
    }

    /** Whether somebody else had said it before in the same words: it counts for nothing until that one is gone. */
    boolean isRepeated(Statement statement) {
        return isRepeated(
                statement,
                statements.stream()
                        .filter(other -> isSetAside(other) == isSetAside(statement))
                        .toList());
    }

    private static boolean isRepeated(Statement statement, List<Statement> among) {
        return among.stream()
                .takeWhile(earlier -> earlier.number() < statement.number())
                .anyMatch(earlier ->
                        !earlier.isOfTheVoiceOf(statement) && earlier.content().equals(statement.content()));
    }

    private List<Statement> holding() {
        if (holding == null) {
            holding = holding(setAside);
        }
        return holding;
    }

    private List<Statement> holding(Set<Integer> without) {
        var left = statements.stream()
                .filter(one -> !without.contains(one.number()))
                .toList();
        return Agreement.holding(
                left.stream().filter(one -> !isRepeated(one, left)).toList());
    }

    public boolean isConflicting() {
        var holding = holding();
        return holding.size() > 1 || holding.stream().anyMatch(Statement::isDoubtful);
    }

    /**
     * Numbers of the statements that a clinician may choose from: of those that contradict each other, or, once it was
     * settled, of all that were found but the one that counts. Empty when there is nothing to settle.
     */
    public List<Integer> choices() {
        if (settlements.isEmpty() && !isConflicting()) {
            return List.of();
        }
        var said = settlements.isEmpty() ? holding() : statements;
        return said.stream()
                .filter(one -> one.isFound() && !one.isDoubtful() && !isRepeated(one))
                .map(Statement::number)
                .filter(number -> !holds(number))
                .toList();
    }

    /** Whether a statement counts and nothing contradicts it. */
    public boolean holds(int number) {
        return !isConflicting() && holding().stream().anyMatch(one -> one.number() == number);
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

    boolean isPast(Statement statement) {
        return standing(statement) == Standing.PAST;
    }

    boolean isSetAside(Statement statement) {
        return setAside.contains(statement.number());
    }

    public String name() {
        return name;
    }

    String code() {
        return statements.get(0).code();
    }

    public FactKind kind() {
        return statements.get(0).kind();
    }

    /** What holds: more than one where they contradict each other. Oldest first. */
    List<Statement> current() {
        return statements.stream()
                .filter(statement -> !isSetAside(statement) && holding().contains(statement))
                .toList();
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
