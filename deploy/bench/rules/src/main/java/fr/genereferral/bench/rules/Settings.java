package fr.genereferral.bench.rules;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much is measured.
 *
 * @param rounds each measures everything once, in turn
 * @param warming iterations of each benchmark before those that count: the compiler takes its time on a busy machine
 * @param iterations that count; all are of one length
 */
record Settings(int rounds, int warming, int iterations, Duration iteration, Duration patience) {
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    static Settings of(String... arguments) {
        var quick = Arrays.asList(arguments).contains("--quick");
        var patience =
                number("--patience=", arguments).map(Duration::ofSeconds).orElse(quick ? Duration.ZERO : PATIENCE);
        return quick
                ? new Settings(1, 5, 3, Duration.ofSeconds(1), patience)
                : new Settings(
                        number("--rounds=", arguments).map(Long::intValue).orElse(ROUNDS),
                        10,
                        5,
                        Duration.ofSeconds(2),
                        patience);
    }

    private static Optional<Long> number(String option, String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(option))
                .map(argument -> Long.valueOf(argument.substring(option.length())))
                .findFirst();
    }
}
