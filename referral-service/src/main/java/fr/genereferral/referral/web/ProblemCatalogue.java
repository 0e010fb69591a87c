package fr.genereferral.referral.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The problems this API can answer with, as data: status, whose fault, texts in French and English. */
@ApplicationScoped
public class ProblemCatalogue {
    private final Map<String, Entry> entries;

    /** @param origin SENDER, PLATFORM or HUB: who can do something about it */
    public record Entry(int status, String origin, Text title, Text detail) {}

    /** A text in both languages. */
    public record Text(String fr, String en) {
        public String in(String language) {
            return language.equals("en") ? en : fr;
        }
    }

    ProblemCatalogue(ObjectMapper json) {
        try (var in = ProblemCatalogue.class.getResourceAsStream("/problems.json")) {
            entries = json.readValue(in, new TypeReference<LinkedHashMap<String, Entry>>() {});
        } catch (IOException e) {
            throw new IllegalStateException("problems.json does not read", e);
        }
    }

    /** By code, in the order of the file. */
    public Map<String, Entry> all() {
        return Collections.unmodifiableMap(entries);
    }

    public Optional<Entry> find(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    Entry get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("no text for problem " + code));
    }

    /** For problems that the framework raised: the general entry of a status. */
    Map.Entry<String, Entry> ofStatus(int status) {
        return entries.entrySet().stream()
                .filter(e -> e.getValue().status() == status && e.getKey().equals(GeneralProblem.codeOf(status)))
                .findFirst()
                .orElseGet(() -> Map.entry("INTERNAL", get("INTERNAL")));
    }
}
