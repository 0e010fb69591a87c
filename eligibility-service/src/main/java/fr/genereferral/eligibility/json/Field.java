package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/** The fields that a document has by the hundred: their names are made into JSON once. */
enum Field {
    CODE("code"),
    CONTRADICTING("contradicting"),
    DATE("date"),
    EFFECT("effect"),
    EN("en"),
    EXPECTED_DATE("expectedDate"),
    EXPLANATION("explanation"),
    FACT("fact"),
    FR("fr"),
    ID("id"),
    KIND("kind"),
    LAYER("layer"),
    NODE("node"),
    OPERATOR("operator"),
    PARTS("parts"),
    SOURCE("source"),
    STATE("state"),
    SUPPLIED_BY("suppliedBy"),
    TEXT("text"),
    THRESHOLD("threshold"),
    TRUTH("truth"),
    UNIT("unit"),
    VALUE("value"),
    VALUES("values"),
    WHY("why");

    private final SerializableString name;

    Field(String name) {
        this.name = new SerializedString(name);
    }

    /** The name alone; its value is written next. */
    void in(JsonGenerator json) throws IOException {
        json.writeFieldName(name);
    }

    /** @param value null is written as such */
    void in(JsonGenerator json, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }
}
