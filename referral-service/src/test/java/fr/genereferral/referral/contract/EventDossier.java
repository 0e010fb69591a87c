package fr.genereferral.referral.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schema of an event with its dossier written out: where both say something of a property, the event's word holds. */
final class EventDossier {
    private EventDossier() {}

    static JsonNode of(JsonNode event, JsonNode dossier) {
        var own = (ObjectNode) event.at("/properties/dossier");
        own.remove("$ref");
        ((ObjectNode) event.get("properties")).set("dossier", merged(dossier.deepCopy(), own));
        return event;
    }

    private static JsonNode merged(JsonNode general, JsonNode own) {
        if (!general.isObject() || !own.isObject() || own.has("pattern") || own.has("const")) {
            return own;
        }
        own.properties().forEach(field -> ((ObjectNode) general)
                .set(
                        field.getKey(),
                        general.has(field.getKey())
                                ? merged(general.get(field.getKey()), field.getValue())
                                : field.getValue()));
        return general;
    }
}
