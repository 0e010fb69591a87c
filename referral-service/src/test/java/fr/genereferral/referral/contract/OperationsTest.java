package fr.genereferral.referral.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Test;

class OperationsTest {

    /** A client that hangs up would cancel the transaction in its middle; reading one referral writes its audit row. */
    @Test
    void areNotCancelledWhenTheyWrite() {
        var writing = Operations.all().entrySet().stream()
                .filter(e -> !e.getValue().verb().equals("GET")
                        || e.getValue().method().getParameterTypes().length > 0
                                && !e.getKey().startsWith("list"))
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue()
                        .find(Cancellable.class)
                        .map(Cancellable::value)
                        .orElse(true)));

        assertFalse(writing.isEmpty());
        writing.forEach((operation, cancellable) -> assertEquals(false, cancellable, operation));
    }

    @Test
    void nameTheirRoles() {
        Operations.all()
                .forEach((operation, declared) -> assertFalse(declared.roles().isEmpty(), operation));
    }
}
