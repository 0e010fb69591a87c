package fr.genereferral.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long and how often: ten rounds tell five percent, three tell only the sign.
 *
 * @param patience how long a round waits for a quiet machine
 */
public record Settings(
        String scenario,
        int rounds,
        Duration round,
        Duration warmUp,
        Duration journey,
        int backlog,
        Duration patience) {
    static Settings of(String... arguments) {
        var scenario = Arrays.stream(arguments)
                .filter(a -> !a.startsWith("--"))
                .findFirst()
                .orElse("all");
        var settings = Arrays.asList(arguments).contains("--quick") ? quick(scenario) : whole(scenario);
        return Arrays.stream(arguments)
                .filter(a -> a.startsWith("--patience="))
                .map(a -> settings.patient(Duration.ofSeconds(Long.parseLong(a.substring("--patience=".length())))))
                .findFirst()
                .orElse(settings);
    }

    private static Settings whole(String scenario) {
        return new Settings(scenario, 10, seconds(8), seconds(90), seconds(60), 5000, Duration.ofMinutes(10));
    }

    private static Settings quick(String scenario) {
        return new Settings(scenario, 3, seconds(4), seconds(20), seconds(20), 1500, Duration.ZERO);
    }

    private Settings patient(Duration changed) {
        return new Settings(scenario, rounds, round, warmUp, journey, backlog, changed);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
