package fr.genereferral.referral.assessment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/**
 * The explained assessment inside an event: kept as it was written, and read no further than its verdicts. It is tens of
 * kilobytes, nearly all of it explanation that only people read; building that would cost more than all else that is done
 * with the event.
 *
 * @param from where it begins in the event's text, in characters
 * @param to where it ends
 * @param outline the document without its explanations
 */
@JsonDeserialize(using = Document.Reader.class)
record Document(int from, int to, JsonNode outline) {
    private static final Set<String> EXPLANATIONS = Set.of("criteria", "facts", "notices", "notice", "name");

    static final class Reader extends JsonDeserializer<Document> {
        @Override
        public Document deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.START_OBJECT)) {
                return context.reportInputMismatch(Document.class, "not an object");
            }
            var from = (int) json.currentTokenLocation().getCharOffset();
            var outline = object(json, context);
            return new Document(from, (int) json.currentLocation().getCharOffset(), outline);
        }

        private static ObjectNode object(JsonParser json, DeserializationContext context) throws IOException {
            var object = context.getNodeFactory().objectNode();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                var name = json.currentName();
                json.nextToken();
                if (EXPLANATIONS.contains(name)) {
                    json.skipChildren();
                } else {
                    object.set(name, value(json, context));
                }
            }
            return object;
        }

        private static ArrayNode array(JsonParser json, DeserializationContext context) throws IOException {
            var array = context.getNodeFactory().arrayNode();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(json, context));
            }
            return array;
        }

        private static JsonNode value(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.START_OBJECT)) {
                return object(json, context);
            }
            return json.hasToken(JsonToken.START_ARRAY) ? array(json, context) : context.readTree(json);
        }
    }

    /** As it was written. */
    String in(String event) {
        return event.substring(from, to);
    }
}
