package fr.genereferral.e2e.check;

import fr.genereferral.local.LocalSystem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** All invariants together: the one call after a fault. */
public final class Invariants {
    /** Header by which tests mark what they write into a topic themselves, so that nobody looks for its outbox row. */
    public static final String INJECTED = "e2e-injected";

    /** Two busy cores, a consumer that a dead member of its group holds up, a connector that waits for its session. */
    private static final Duration TO_RECOVER = Duration.ofSeconds(90);

    private static final int SHOWN = 8;

    private Invariants() {}

    /** Fails with every violation in words. */
    public static void check(LocalSystem system, ClientBook book) {
        var found = violations(system, book, TO_RECOVER);
        if (!found.isEmpty()) {
            throw new AssertionError("%d violations (%s)%n%s".formatted(found.size(), book, text(found)));
        }
    }

    /**
     * Waits until the platform is at rest, then looks at everything.
     *
     * @param toRecover how long it may take to rest; when it does not, that is a violation too
     */
    public static List<Violation> violations(LocalSystem system, ClientBook book, Duration toRecover) {
        try (var evidence = new Evidence(system, book)) {
            return List.of(
                            new BacklogsEmpty(toRecover),
                            new AcknowledgedIsStored(),
                            new OneReferralPerKey(),
                            new NoOrphans(),
                            new OneOfEach(),
                            new VersionsWithoutHole(),
                            new EveryEventAccounted(),
                            new AmbiguityResolved())
                    .stream()
                    .flatMap(invariant -> invariant.violations(evidence).stream())
                    .toList();
        }
    }

    private static String text(List<Violation> found) {
        // A few of each: one that fails for every referral must not hide the others.
        var few = found.stream().collect(Collectors.groupingBy(Violation::invariant)).values().stream()
                .flatMap(same -> same.stream().limit(SHOWN));
        return few.map(Violation::toString).collect(Collectors.joining("\n"));
    }
}
