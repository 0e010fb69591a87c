package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Supposition;

/** Reads what is supposed of a dossier; its form has been checked before. */
public final class SuppositionReader {
    private static final Supposition NOTHING = new Supposition(null, null, null, null, null);

    private SuppositionReader() {}

    /** @param json may be missing: then nothing is supposed */
    public static Supposition read(JsonNode json) {
        if (json.isMissingNode()) {
            return NOTHING;
        }
        try {
            return Json.MAPPER.treeToValue(json, Supposition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not a supposition: " + e.getClass().getSimpleName());
        }
    }
}
