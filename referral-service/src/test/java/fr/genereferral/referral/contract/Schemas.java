package fr.genereferral.referral.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The event schemas of a folder of contracts. */
public record Schemas(Path folder) {
    static final Path CONTRACTS = Path.of("contracts");
    private static final String BASE = "https://schemas.genereferral.fr/";
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Schemas published() {
        return new Schemas(CONTRACTS.resolve("published"));
    }

    static List<Schemas> consumed() {
        return Stream.of("eligibility-service", "hub-directory-service")
                .map(producer -> new Schemas(CONTRACTS.resolve("consumed").resolve(producer)))
                .toList();
    }

    /** Names with version, as {@code ReferralSubmitted.v1}. */
    List<String> types() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".v1.schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode schema(String type) {
        return read(type + ".schema.json");
    }

    public JsonNode example(String type) {
        return read(type + ".example.json");
    }

    private JsonNode read(String name) {
        try {
            return JSON.readTree(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What does not fit; empty when the event keeps its promise. */
    public List<String> violations(String type, JsonNode event) {
        var factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix(BASE, folder.toUri().toString())));
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return factory.getSchema(SchemaLocation.of(BASE + type + ".schema.json"), config).validate(event).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
