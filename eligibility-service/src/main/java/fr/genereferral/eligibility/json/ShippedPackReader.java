package fr.genereferral.eligibility.json;

import fr.genereferral.eligibility.RulePacks.ShippedPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The rule packs that this program was shipped with, word for word. */
public final class ShippedPackReader {
    private static final String FOLDER = "packs/";

    private ShippedPackReader() {}

    public static List<ShippedPack> all() {
        return RulePackReader.texts(Json.resource(FOLDER + "index.json")).stream()
                .map(ShippedPackReader::read)
                .toList();
    }

    private static ShippedPack read(String file) {
        try (var in = ShippedPackReader.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            var document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var json = Json.parse(document);
            return new ShippedPack(
                    json.get("therapy").asText(),
                    LocalDate.parse(json.get("effectiveFrom").asText()),
                    document);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
