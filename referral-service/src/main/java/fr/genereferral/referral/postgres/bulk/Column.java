package fr.genereferral.referral.postgres.bulk;

import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** One column of a statement for many rows, as an array of what it is, or of texts that the database reads. */
record Column<R>(String name, String type, IntFunction<Object[]> array, Function<R, Object> value) {
    Object[] of(List<R> rows) {
        return rows.stream().map(value).toArray(array);
    }

    String[] texts(List<R> rows) {
        return rows.stream().map(value).map(Column::text).toArray(String[]::new);
    }

    private static String text(Object value) {
        if (value instanceof Buffer bytes) {
            return Base64.getEncoder().encodeToString(bytes.getBytes());
        }
        return value == null ? null : value.toString();
    }

    /** Of a row of texts called {@code sent}. */
    String read() {
        return type.equals("bytea") ? "decode(sent." + name + ", 'base64')" : "cast(sent." + name + " as " + type + ")";
    }
}
