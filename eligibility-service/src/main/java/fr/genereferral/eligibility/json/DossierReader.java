package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Dossier;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.NoSuchElementException;

/** Reads a dossier; its form has been checked before, here by the schema or at the door of referral-service. */
public final class DossierReader {
    private DossierReader() {}

    /** @throws IllegalArgumentException when it is no dossier; the message names no value */
    public static Dossier read(JsonNode json) {
        try {
            return complete(Json.MAPPER.treeToValue(json, Dossier.class));
        } catch (JsonProcessingException | NoSuchElementException e) {
            throw noDossier(e);
        }
    }

    /**
     * The same of a text that a tree has written: without growing the tree again.
     *
     * @throws IllegalArgumentException when it is no dossier; the message names no value
     */
    public static Dossier read(String json) {
        try (var parser = new LikeATree(Json.MAPPER.createParser(json))) {
            return complete(Json.MAPPER.readValue(parser, Dossier.class));
        } catch (IOException | NoSuchElementException e) {
            throw noDossier(e);
        }
    }

    private static Dossier complete(Dossier dossier) {
        if (dossier.birthDate() == null || dossier.disease() == null) {
            throw new NoSuchElementException("no birth date or no disease");
        }
        return dossier;
    }

    private static IllegalArgumentException noDossier(Exception e) {
        return new IllegalArgumentException("not a dossier: " + e.getClass().getSimpleName());
    }

    /** A tree keeps 5.80 as 5.8, and 100 as it is: a referral has to say the same as its preview. */
    private static final class LikeATree extends JsonParserDelegate {
        LikeATree(JsonParser parser) {
            super(parser);
        }

        @Override
        public BigDecimal getDecimalValue() throws IOException {
            var exact = super.getDecimalValue();
            return hasToken(JsonToken.VALUE_NUMBER_FLOAT) ? exact.stripTrailingZeros() : exact;
        }
    }
}
