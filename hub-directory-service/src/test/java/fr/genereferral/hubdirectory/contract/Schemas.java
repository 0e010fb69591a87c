package fr.genereferral.hubdirectory.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The contract files of a folder, and what does not fit them. */
record Schemas(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Schemas published() {
        return new Schemas(Path.of("contracts/published"));
    }

    static Schemas consumed(String producer) {
        return new Schemas(Path.of("contracts/consumed", producer));
    }

    /** Every event that has a schema here, for example OfferMade.v1. */
    List<String> types() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String example(String type) {
        return text(type + ".example.json");
    }

    JsonNode schema(String type) {
        return parsed(text(type + ".schema.json"));
    }

    /** What does not fit, in words; nothing when all does. */
    List<String> violations(String type, String event) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema(type), config)
                .validate(parsed(event))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
