package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.web.Pointers;
import fr.genereferral.referral.web.StrictJson;
import java.util.Comparator;
import java.util.List;

/** The JSON Schema of a body, with what it takes from the dossier's. */
public final class BodySchema {
    private static final String BASE = "https://schemas.genereferral.fr/";

    private final JsonSchema schema;

    private BodySchema(String name) {
        var factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(BASE + name, "classpath:schemas/" + name)
                        .mapPrefix(BASE + "Dossier", "classpath:contracts/published/Dossier")));
        var config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(WholePattern::of)
                .build();
        schema = factory.getSchema(SchemaLocation.of(BASE + name + ".schema.json"), config);
        schema.initializeValidators();
    }

    /** @param name with its version, as {@code NewReferral.v1} */
    public static BodySchema of(String name) {
        return new BodySchema(name);
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    public JsonNode read(byte[] body) {
        var parsed = StrictJson.parse(body);
        Refused.ifAny(violations(parsed));
        return parsed;
    }

    /** Every violation, in the order of the pointers; no value of the body is in one. */
    public List<Violation> violations(JsonNode body) {
        return schema.validate(body).stream()
                .map(BodySchema::violation)
                .distinct()
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
                .toList();
    }

    private static Violation violation(ValidationMessage message) {
        var where = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "required" -> new Violation(where + "/" + message.getProperty(), "FIELD_MISSING", null);
            case "additionalProperties" ->
                new Violation(where + "/" + Pointers.escaped(message.getProperty()), "FIELD_UNKNOWN", null);
            case "type", "oneOf" -> new Violation(where, "WRONG_TYPE", null);
            case "enum" -> new Violation(where, "VALUE_NOT_ALLOWED", allowed(message));
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                new Violation(where, "VALUE_OUT_OF_BOUNDS", null);
            case "minLength", "minItems" -> new Violation(where, "TOO_SHORT", null);
            case "maxLength", "maxItems" -> new Violation(where, "TOO_LONG", null);
            case "uniqueItems" -> new Violation(where, "DUPLICATE", null);
            default -> new Violation(where, "WRONG_FORMAT", null);
        };
    }

    private static String allowed(ValidationMessage message) {
        return String.valueOf(message.getSchemaNode());
    }
}
