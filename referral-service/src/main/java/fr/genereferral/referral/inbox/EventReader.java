package fr.genereferral.referral.inbox;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads an event's payload into the record that the consumer needs. Unknown fields are ignored; a field that the record
 * names is there, unless the record says that it may be absent.
 */
@ApplicationScoped
public class EventReader {
    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // Absent is read as null too: half an event would be applied as if the rest had been said.
                .setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL));
    }

    /**
     * @param subject id of the aggregate that the payload speaks of
     * @throws Unreadable when the payload is not what the type promises, or speaks of another aggregate than its key
     */
    public <T> T read(Received event, Class<? extends T> type, Function<T, UUID> subject) {
        T read = parse(event, type);
        if (read == null || !event.key().equals(subject.apply(read).toString())) {
            throw new Unreadable("the payload does not speak of its key");
        }
        return read;
    }

    private <T> T parse(Received event, Class<? extends T> type) {
        try {
            return json.readValue(event.payload(), type);
        } catch (JsonProcessingException e) {
            // The parser's message would quote the payload.
            throw new Unreadable("the payload is not a " + event.type());
        }
    }
}
