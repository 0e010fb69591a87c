package fr.genereferral.referral.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Parses a body: valid UTF-8, one JSON value, no key twice, at most 20 levels deep, nothing that cannot be kept. */
public final class StrictJson {
    private static final int DEPTH = 20;
    private static final int NUMBER_LENGTH = 40;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .findAndAddModules()
            .build();

    private StrictJson() {}

    /** @throws Refused MALFORMED, or INVALID for what no store could keep */
    public static JsonNode parse(byte[] body) {
        var parsed = read(body);
        Refused.ifAny(StorableJson.violations(parsed));
        return parsed;
    }

    /**
     * Parses a small body whose fields are checked one by one.
     *
     * @param known its fields
     * @param found takes a violation for every other field
     * @throws Refused MALFORMED, or INVALID when it is no object
     */
    public static JsonNode object(byte[] body, List<String> known, List<Violation> found) {
        var parsed = parse(body);
        if (!parsed.isObject()) {
            throw Refused.invalid(List.of(new Violation("", "WRONG_TYPE", "object")));
        }
        parsed.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                found.add(new Violation("/" + Pointers.escaped(name), "FIELD_UNKNOWN", null));
            }
        });
        return parsed;
    }

    private static JsonNode read(byte[] body) {
        if (body == null) {
            throw Refused.because("MALFORMED");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            var parsed = JSON.readTree(text);
            if (parsed == null || parsed.isMissingNode()) {
                throw Refused.because("MALFORMED");
            }
            return parsed;
        } catch (CharacterCodingException | JsonProcessingException e) {
            // The parser's message would quote the body.
            throw Refused.because("MALFORMED");
        }
    }

    public static <T> T convert(JsonNode checked, Class<T> type) {
        try {
            return JSON.treeToValue(checked, type);
        } catch (IOException e) {
            throw Refused.because("MALFORMED");
        }
    }
}
