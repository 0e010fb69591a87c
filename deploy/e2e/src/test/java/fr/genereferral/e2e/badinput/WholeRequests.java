package fr.genereferral.e2e.badinput;

import fr.genereferral.e2e.support.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests that must be taken: so the generator proves that what it breaks was whole before. */
final class WholeRequests {
    private static final String ASKING = "askQuestion";
    /** A referral has room for fifty that wait for an answer. */
    private static final int MOST_QUESTIONS = 40;

    private final Map<Operation, Targets> targets = new HashMap<>();
    private final List<Operation> operations;
    private final Random random;
    private final Bodies bodies;
    private int questions;

    /** @param shared for whatever may be done more than once */
    WholeRequests(List<Operation> operations, Targets shared, Random random) {
        this.operations = operations;
        this.random = random;
        this.bodies = new Bodies(random);
        operations.forEach(operation -> targets.put(operation, shared));
        var moves = operations.stream().filter(WholeRequests::isMove).toList();
        var prepared = Together.each(moves, Targets::preparedFor).iterator();
        moves.forEach(operation -> targets.put(operation, prepared.next()));
    }

    /** A child is moved once: each move needs one of its own. */
    private static boolean isMove(Operation operation) {
        return operation.hasBody()
                && (operation.path().contains("{id}") || operation.path().startsWith("/v1/placements"))
                && !operation.path().startsWith("/v1/hubs");
    }

    /** For the first time, one operation after the other. */
    Case first(int number) {
        var operation = operations.get(number);
        return taken(operation, whole(operation), Expected.any(200, 201, 202));
    }

    private static byte[] whole(Operation operation) {
        if (operation.takesFile()) {
            return Targets.file();
        }
        return operation.hasBody() ? WholeDamage.utf8(Bodies.full(operation).toString()) : new byte[0];
    }

    int size() {
        return operations.size();
    }

    /** Any of them, with a body of another kind; what has been done already is refused in words. */
    Case drawn() {
        var operation = operations.get(random.nextInt(operations.size()));
        if (operation.id().equals(ASKING) && ++questions > MOST_QUESTIONS) {
            return drawn();
        }
        if (operation.takesFile()) {
            return taken(operation, Targets.file(), Expected.any(200, 201));
        }
        if (!operation.hasBody()) {
            // A draft is sent once.
            var expected = operation.needsKey() ? Expected.any(200, 409) : Expected.any(200);
            return taken(operation, new byte[0], expected);
        }
        var mayBeDone = isMove(operation)
                || operation.path().startsWith("/v1/hubs")
                || operation.path().startsWith("/v1/directory");
        var expected = mayBeDone ? Expected.any(200, 201, 202, 409) : Expected.any(200, 201);
        return taken(operation, bodies.varied(operation), expected);
    }

    private Case taken(Operation operation, byte[] body, Expected expected) {
        return new Case(
                operation.id(), "whole", targets.get(operation).call(operation).withBody(body), expected);
    }
}
