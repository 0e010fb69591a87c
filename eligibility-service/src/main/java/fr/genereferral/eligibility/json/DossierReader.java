package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Dossier;
import java.util.NoSuchElementException;

/** Reads a dossier; its form has been checked before, here by the schema or at the door of referral-service. */
public final class DossierReader {
    private DossierReader() {}

    /** @throws IllegalArgumentException when it is no dossier; the message names no value */
    public static Dossier read(JsonNode json) {
        try {
            var dossier = Json.MAPPER.treeToValue(json, Dossier.class);
            if (dossier.birthDate() == null || dossier.disease() == null) {
                throw new NoSuchElementException("no birth date or no disease");
            }
            return dossier;
        } catch (JsonProcessingException | NoSuchElementException e) {
            throw new IllegalArgumentException("not a dossier: " + e.getClass().getSimpleName());
        }
    }

    public static Dossier read(String json) {
        return read(Json.parse(json));
    }
}
