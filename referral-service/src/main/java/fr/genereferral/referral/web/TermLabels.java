package fr.genereferral.referral.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.web.ProblemCatalogue.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words for what a hub says with its yes: the lists that hub-directory-service publishes, of which this is a copy. */
final class TermLabels {
    private static final String FOLDER = "/contracts/consumed/hub-directory-service/";

    private TermLabels() {}

    /** A code, and what it says in both languages. */
    @Schema(name = "LabelledCode")
    record Labelled(String code, Text label) {}

    /** What a code is about. */
    enum Kind {
        CONDITION("acceptance-terms.json", "conditions"),
        BRING("acceptance-terms.json", "bring"),
        FUNCTION("hub-functions.json", "functions");

        private final Map<String, Text> words;

        Kind(String file, String key) {
            words = read(file, key);
        }

        /** Its words on whatever day; the code itself where that service has added it since. */
        Labelled of(String code) {
            return new Labelled(code, words.getOrDefault(code, new Text(code, code)));
        }
    }

    private static Map<String, Text> read(String file, String key) {
        try (var in = TermLabels.class.getResourceAsStream(FOLDER + file)) {
            var words = new HashMap<String, Text>();
            new ObjectMapper().readTree(in).required(key).properties().forEach(row -> {
                var said = row.getValue();
                var text = new Text(
                        said.required("fr").textValue(), said.required("en").textValue());
                words.put(row.getKey(), text);
            });
            return Map.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
