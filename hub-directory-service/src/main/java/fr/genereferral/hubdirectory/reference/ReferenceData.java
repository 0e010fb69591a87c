package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Codes of this service with their texts, as a data file keeps them: by kind and code, in force from a day on. */
final class ReferenceData {
    private final String name;
    private final JsonNode file;

    private ReferenceData(String name, JsonNode file) {
        this.name = name;
        this.file = file;
    }

    /** @param name of the file, without its end */
    static ReferenceData read(ObjectMapper json, String name) {
        try (var in = ReferenceData.class.getResourceAsStream("/" + name + ".json")) {
            return new ReferenceData(name, json.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalDate effectiveFrom() {
        return LocalDate.parse(file.required("effectiveFrom").textValue());
    }

    /**
     * All codes there are, in the order that they are declared in.
     *
     * @param kind under which the file keeps their texts
     */
    <E extends Enum<E>, T> List<T> items(String kind, Class<E> codes, BiFunction<E, Label, T> item) {
        return Arrays.stream(codes.getEnumConstants())
                .map(code -> item.apply(code, label(kind, code)))
                .toList();
    }

    /** No code goes out without its words. */
    private Label label(String kind, Enum<?> code) {
        var text = file.path(kind).path(code.name());
        if (!text.path("fr").isTextual() || !text.path("en").isTextual()) {
            throw new IllegalStateException(name + " has no words for " + code);
        }
        return new Label(text.get("fr").textValue(), text.get("en").textValue());
    }
}
