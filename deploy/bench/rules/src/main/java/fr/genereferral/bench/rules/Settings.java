package fr.genereferral.bench.rules;

import java.time.Duration;
import java.util.Arrays;

/**
 * How much is measured.
 *
 * @param rounds each measures everything once, in turn
 * @param iterations of each benchmark to get warm, and as many again that count, each of a fixed length
 */
record Settings(int rounds, int iterations, Duration iteration, Duration patience) {
    private static final String PATIENCE = "--patience=";

    static Settings of(String... arguments) {
        var quick = Arrays.asList(arguments).contains("--quick");
        var patience = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(PATIENCE))
                .map(argument -> Duration.ofSeconds(Long.parseLong(argument.substring(PATIENCE.length()))))
                .findFirst()
                .orElse(quick ? Duration.ZERO : Duration.ofMinutes(10));
        return quick
                ? new Settings(1, 3, Duration.ofSeconds(1), patience)
                : new Settings(5, 5, Duration.ofSeconds(2), patience);
    }
}
