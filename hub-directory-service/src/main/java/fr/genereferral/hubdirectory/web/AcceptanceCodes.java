package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a hub chooses from when it says yes: dated data with their sources. The file is a part of the contract, for
 * referral-service shows the same words to the hospital.
 */
@ApplicationScoped
public class AcceptanceCodes {
    private static final String FILE = "/contracts/published/acceptance-terms.json";

    private final Map<Kind, List<Code>> codes;

    /** What a code says: what has to be done first, or what the family brings. */
    public enum Kind {
        CONDITIONS,
        BRING;

        /** The field of a body, and the key of the file. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One that may be chosen while it holds.
     *
     * @param from first day
     * @param until last one; null while none is known
     */
    public record Code(String code, String fr, String en, LocalDate from, LocalDate until, String source) {
        private static Code of(Map.Entry<String, JsonNode> row) {
            var said = row.getValue();
            return new Code(
                    row.getKey(),
                    said.required("fr").textValue(),
                    said.required("en").textValue(),
                    LocalDate.parse(said.required("from").textValue()),
                    said.has("until") ? LocalDate.parse(said.get("until").textValue()) : null,
                    said.required("source").textValue());
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    @Inject
    public AcceptanceCodes(ObjectMapper json) {
        this(read(json));
    }

    AcceptanceCodes(JsonNode file) {
        codes = Arrays.stream(Kind.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), kind -> file.required(kind.field()).properties().stream()
                                .map(Code::of)
                                .toList()));
    }

    private static JsonNode read(ObjectMapper json) {
        try (var in = AcceptanceCodes.class.getResourceAsStream(FILE)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever may, might or will be chosen, in the order of the file. */
    public List<Code> all(Kind kind) {
        return codes.get(kind);
    }

    /** What may be chosen on a day. */
    public List<String> on(LocalDate day, Kind kind) {
        return all(kind).stream()
                .filter(code -> code.holdsOn(day))
                .map(Code::code)
                .toList();
    }
}
