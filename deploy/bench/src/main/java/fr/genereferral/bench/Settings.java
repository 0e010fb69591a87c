package fr.genereferral.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long and how often: ten rounds tell five percent, three tell only the sign.
 *
 * @param expiring how many offers expire in the same minute
 * @param archive how many referrals and offers the longer lists are of
 * @param patience how long a round waits for a quiet machine
 * @param births a table of births for the equity simulation, in the place of its own
 */
public record Settings(
        String scenario,
        int rounds,
        Duration round,
        Duration warmUp,
        Duration journey,
        int backlog,
        int expiring,
        int archive,
        Duration patience,
        Optional<Path> births) {
    static Settings of(String... arguments) {
        var scenario = Arrays.stream(arguments)
                .filter(a -> !a.startsWith("--"))
                .findFirst()
                .orElse("all");
        var settings = Arrays.asList(arguments).contains("--quick") ? quick(scenario) : whole(scenario);
        var patience = value("--patience=", arguments).map(Long::parseLong).map(Duration::ofSeconds);
        var births = value("--births=", arguments).map(Path::of);
        var expiring = value("--offers=", arguments).map(Integer::parseInt);
        return settings.with(expiring.orElse(settings.expiring), patience.orElse(settings.patience), births);
    }

    private static Optional<String> value(String option, String... arguments) {
        return Arrays.stream(arguments)
                .filter(a -> a.startsWith(option))
                .map(a -> a.substring(option.length()))
                .findFirst();
    }

    private static Settings whole(String scenario) {
        return new Settings(
                scenario,
                10,
                seconds(8),
                seconds(90),
                seconds(60),
                5000,
                100_000,
                1_000_000,
                Duration.ofMinutes(10),
                none());
    }

    private static Settings quick(String scenario) {
        return new Settings(
                scenario, 3, seconds(4), seconds(20), seconds(20), 1500, 2000, 50_000, Duration.ZERO, none());
    }

    private Settings with(int many, Duration changed, Optional<Path> table) {
        return new Settings(scenario, rounds, round, warmUp, journey, backlog, many, archive, changed, table);
    }

    private static Optional<Path> none() {
        return Optional.empty();
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
