package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Draft;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.web.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A referral that is still being written, of the right form: as NewReferral, with anything missing. */
record DraftBody(ObjectNode whole) {
    /** Field of a body that says that it is to be kept and not sent. */
    static final String MARK = "draft";

    private static final String IDENTITY = "identity";

    static boolean isMeant(JsonNode body) {
        return body.path(MARK).isBoolean() && body.path(MARK).booleanValue();
    }

    /** @param wellFormed a body that is no draft says so by its mark */
    static DraftBody from(JsonNode wellFormed) {
        if (wellFormed.has(MARK) && !isMeant(wellFormed)) {
            throw Refused.invalid(List.of(new Violation("/" + MARK, "VALUE_NOT_ALLOWED", "true")));
        }
        var whole = (ObjectNode) wellFormed.deepCopy();
        whole.remove(MARK);
        return new DraftBody(whole);
    }

    static DraftBody kept(Draft draft, String identity) {
        var whole = object(draft.content());
        var person = object(identity);
        if (!person.isEmpty()) {
            whole.set(IDENTITY, person);
        }
        return new DraftBody(whole);
    }

    /** Who the patient is stands apart: it is opened only where it is asked for. */
    Draft.Written written() {
        var content = whole.deepCopy();
        var identity = content.remove(IDENTITY);
        return new Draft.Written(content.toString(), identity == null ? "{}" : identity.toString());
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) StrictJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "DraftBody[redacted]";
    }
}
