package fr.genereferral.local;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What was asked for: by argument ({@code --kafka-port=1}), else by environment variable ({@code KAFKA_PORT}). */
record Choices(Map<String, String> arguments, Map<String, String> environment) {
    static Choices of(String[] arguments, Map<String, String> environment) {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var words = argument.split("=", 2);
            if (!argument.startsWith("--") || words.length < 2) {
                throw new IllegalArgumentException("Not understood: " + argument + "; arguments are --name=value");
            }
            given.put(words[0].substring(2), words[1]);
        }
        return new Choices(given, environment);
    }

    String of(String name, String otherwise) {
        var variable = name.replace('-', '_').toUpperCase(Locale.ROOT);
        return arguments.getOrDefault(name, environment.getOrDefault(variable, otherwise));
    }
}
