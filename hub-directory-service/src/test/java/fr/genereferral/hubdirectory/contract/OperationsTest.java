package fr.genereferral.hubdirectory.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Test;

class OperationsTest {

    /** A client that hangs up would cancel the transaction in its middle; opening an offer notes that it was seen. */
    @Test
    void areNotCancelledWhenTheyWrite() {
        var writing = Operations.all().entrySet().stream()
                .filter(e -> !e.getValue().verb().equals("GET") || e.getKey().startsWith("readOffer"))
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
