package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.Source;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rule packs say word for word in every assessment: made into JSON once. Never for what a dossier says, which would
 * stay here for good.
 */
final class Constant {
    private static final Map<Object, SerializableString> WRITTEN = new ConcurrentHashMap<>();

    private Constant() {}

    static void write(JsonGenerator json, Bilingual text) throws IOException {
        write(json, text, again -> AssessmentWriter.bilingual(again, text));
    }

    static void write(JsonGenerator json, Source source) throws IOException {
        write(json, source, again -> {
            again.writeStartObject();
            again.writeStringField("mark", source.mark());
            again.writeStringField("ref", source.ref());
            again.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Object constant, Json.Writing writing) throws IOException {
        var known = WRITTEN.get(constant);
        if (known == null) {
            known = new SerializedString(Json.text(writing));
            WRITTEN.put(constant, known);
        }
        json.writeRawValue(known);
    }
}
