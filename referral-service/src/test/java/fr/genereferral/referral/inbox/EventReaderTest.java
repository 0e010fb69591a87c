package fr.genereferral.referral.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private static final UUID REFERRAL = UUID.fromString("0193a5c0-7b1e-7c3a-9d52-3f1f0a6b7c11");

    private final EventReader reader = new EventReader(new ObjectMapper());

    record Heard(
            UUID referralId,
            String hub,
            int rank,
            List<String> legs,
            @JsonSetter(nulls = Nulls.SET) String city) {}

    private Heard read(String payload) {
        var event = new Received("id", "Heard.v1", REFERRAL.toString(), 1, Instant.EPOCH, payload);
        return reader.read(event, Heard.class, Heard::referralId);
    }

    private static String payload(String rest) {
        return "{\"referralId\": \"" + REFERRAL + "\"" + rest + "}";
    }

    @Test
    void readsWhatItNeedsAndIgnoresTheRest() {
        var heard = read(payload(", \"hub\": \"h\", \"rank\": 1, \"legs\": [\"a\"], \"later\": {\"field\": 1}"));

        assertEquals(new Heard(REFERRAL, "h", 1, List.of("a"), null), heard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"rank\": 1, \"legs\": []",
                ", \"hub\": null, \"rank\": 1, \"legs\": []",
                ", \"hub\": \"h\", \"legs\": []",
                ", \"hub\": \"h\", \"rank\": \"first\", \"legs\": []",
                ", \"hub\": \"h\", \"rank\": 1",
                ", \"hub\": \"h\", \"rank\": 1, \"legs\": [null]"
            })
    void refusesHalfAnEvent(String rest) {
        assertThrows(Unreadable.class, () -> read(payload(rest)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{not json", "{}", "{} {}"})
    void refusesWhatIsNoEvent(String payload) {
        assertThrows(Unreadable.class, () -> read(payload));
    }

    @Test
    void refusesAnEventUnderAnotherKey() {
        var others = payload(", \"hub\": \"h\", \"rank\": 1, \"legs\": []").replace("0193a5c0", "0193a5c1");

        assertThrows(Unreadable.class, () -> read(others));
    }
}
