package fr.genereferral.referral.facts;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.SettlementReason;
import fr.genereferral.referral.web.StrictJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The body of POST /v1/referrals/{id}/facts/{name}/settlement.
 *
 * @param holds number of the statement that holds
 */
record Settlement(int holds, SettlementReason reason) {
    private static final List<String> FIELDS = List.of("holds", "reason");
    private static final List<String> REASONS =
            Arrays.stream(SettlementReason.values()).map(Enum::name).toList();

    /** @throws Refused MALFORMED, or INVALID with every violation */
    static Settlement read(byte[] body) {
        var found = new ArrayList<Violation>();
        var parsed = StrictJson.object(body, FIELDS, found);
        holds(parsed, found);
        reason(parsed, found);
        Refused.ifAny(found);
        return new Settlement(
                parsed.path("holds").intValue(),
                SettlementReason.valueOf(parsed.path("reason").textValue()));
    }

    private static void holds(JsonNode body, List<Violation> found) {
        var given = body.path("holds");
        if (given.isMissingNode()) {
            found.add(new Violation("/holds", "FIELD_MISSING", null));
        } else if (!given.isIntegralNumber()) {
            found.add(new Violation("/holds", "WRONG_TYPE", null));
        } else if (!given.canConvertToInt() || given.intValue() < 1) {
            found.add(new Violation("/holds", "VALUE_OUT_OF_BOUNDS", null));
        }
    }

    private static void reason(JsonNode body, List<Violation> found) {
        var given = body.path("reason");
        if (!REASONS.contains(given.textValue())) {
            var code = given.isMissingNode() ? "FIELD_MISSING" : "VALUE_NOT_ALLOWED";
            found.add(new Violation("/reason", code, String.join(", ", REASONS)));
        }
    }
}
