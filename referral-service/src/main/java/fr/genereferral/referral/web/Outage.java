package fr.genereferral.referral.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells an outage of the database, which ends by itself, from an error of ours. */
final class Outage {
    /** How a pool says that it got no connection in time, or lost one; the classes are not public API. */
    private static final Set<String> SIGNS =
            Set.of("NoStackTraceThrowable", "ClosedConnectionException", "TimeoutException");

    private Outage() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Outage::isSign);
    }

    private static boolean isSign(Throwable failure) {
        var sqlState = Optional.ofNullable(failure.getMessage()).orElse("");
        // Jackson's exceptions are IOExceptions too, and never an outage.
        return failure instanceof IOException && !(failure instanceof JsonProcessingException)
                || failure instanceof VertxException
                || SIGNS.contains(failure.getClass().getSimpleName())
                || isShutdown(failure.getClass().getSimpleName(), sqlState);
    }

    /** PostgreSQL's classes 08 (connection), 53 (no resources left) and 57P (going down, not yet up). */
    private static boolean isShutdown(String type, String message) {
        return type.equals("PgException")
                && (message.contains("(57P0") || message.contains("(53") || message.contains("(08"));
    }
}
