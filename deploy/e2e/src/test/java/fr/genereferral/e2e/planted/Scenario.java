package fr.genereferral.e2e.planted;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.Attempt;
import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.check.Sent;
import fr.genereferral.e2e.check.Violation;
import fr.genereferral.local.LocalSystem;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens while a bug is planted, and what the harness says of it. */
record Scenario(LocalSystem system, ClientBook book, Set<String> before) {
    /** Where a bug has struck the platform often never comes to rest: no need to wait for it long. */
    private static final Duration TO_REST = Duration.ofSeconds(15);
    /** Where all is well it may take as long as the broker needs to give up a killed member of a group. */
    private static final Duration TO_RECOVER = Duration.ofSeconds(90);

    static Scenario begin() {
        return new Scenario(Ground.system(), new ClientBook(), new HashSet<>());
    }

    /** Remembers what earlier scenarios have left behind, for one that does not learn the ids of what it breaks. */
    void lookFirst() {
        found().stream().map(Violation::toString).forEach(before::add);
    }

    /** The harness turns red: this invariant is broken for something that was whole at the first look. */
    void turnsRedForSomebody(String invariant) {
        var found = found();
        assertTrue(
                found.stream().anyMatch(v -> v.invariant().equals(invariant) && !before.contains(v.toString())),
                () -> "no new " + invariant + " in " + text(found));
    }

    private List<Violation> found() {
        return Invariants.violations(system, book, TO_REST);
    }

    /** The harness turns red: one of these invariants is broken for something that this scenario has sent. */
    void turnsRed(String... invariants) {
        var found = found();
        assertTrue(
                found.stream().anyMatch(v -> Set.of(invariants).contains(v.invariant()) && isOurs(v)),
                () -> "no " + Set.of(invariants) + " of ours in " + text(found));
    }

    /** Nothing of what this scenario has sent breaks anything. */
    void staysGreen() {
        var ours = Invariants.violations(system, book, TO_RECOVER).stream()
                .filter(this::isOurs)
                .toList();
        assertTrue(ours.isEmpty(), () -> text(ours));
    }

    /** The harness turns red: something that this scenario was promised is not there, and not only away for a moment. */
    void losesWhatWasPromised() {
        var found = found();
        assertTrue(
                found.stream()
                        .anyMatch(v -> v.invariant().equals("I1") && v.what().endsWith("is not stored") && isOurs(v)),
                () -> "nothing of ours is lost in " + text(found));
    }

    private boolean isOurs(Violation violation) {
        return book.all().stream().flatMap(Scenario::names).anyMatch(violation.what()::contains);
    }

    private static Stream<String> names(Sent sent) {
        Optional<String> referral = sent.acknowledgement().map(Attempt::referral);
        return Stream.concat(Stream.of(sent.key()), referral.stream());
    }

    private static String text(List<Violation> found) {
        return found.size() + " violations:\n"
                + found.stream().limit(40).map(Violation::toString).collect(Collectors.joining("\n"));
    }
}
