package fr.genereferral.bench.database;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One row that an acknowledged POST has left, to be written again as that of another referral. */
record StoredRow(List<String> columns, List<Object> values) {
    /** The same sizes and types; what is unique is new. */
    List<Object> as(UUID referral, UUID original) {
        var fresh = new ArrayList<>(values.size());
        for (var i = 0; i < values.size(); i++) {
            fresh.add(fresh(columns.get(i), values.get(i), referral, original));
        }
        return fresh;
    }

    boolean belongsTo(UUID referral) {
        return values.contains(referral) || values.contains(referral.toString());
    }

    private static Object fresh(String column, Object value, UUID referral, UUID original) {
        if (original.equals(value)) {
            return referral;
        }
        if (original.toString().equals(value)) {
            return referral.toString();
        }
        return switch (column) {
            case "id" -> FreshId.next();
            case "reference", "key" -> likeIt((String) value);
            default -> value;
        };
    }

    private static String likeIt(String text) {
        var other = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        return other.substring(0, Math.min(other.length(), text.length()));
    }
}
