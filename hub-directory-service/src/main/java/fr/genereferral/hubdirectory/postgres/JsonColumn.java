package fr.genereferral.hubdirectory.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.RoutingParameters;

/** JSON as a column keeps it; readers ignore what they do not know, so that an older row and a newer class agree. */
final class JsonColumn {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(MatchRun.class, KeptLater.InRun.class)
            .addMixIn(MatchRun.Candidate.class, KeptLater.InCandidate.class)
            .addMixIn(MatchRun.Terms.class, KeptLater.InTerms.class)
            .addMixIn(RoutingParameters.class, KeptLater.InParameters.class)
            .build();

    private JsonColumn() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column of ours does not serialise", e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column of ours does not parse as " + type.getSimpleName(), e);
        }
    }
}
