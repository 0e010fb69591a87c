package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.support.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests that must be taken: so the generator proves that what it breaks was whole before. */
final class WholeRequests {
    static final String WHOLE = "whole";
    static final String DOUBTFUL = "whole, with a FINESS of another check digit";

    private static final String FOLLOWED = "followedBy";
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
        var expected = mayBeDone(operation) ? Expected.any(200, 201, 202, 409) : Expected.any(200, 201);
        return taken(operation, bodies.varied(operation), expected);
    }

    /** Only where the description tells of it. */
    private static boolean mayBeDone(Operation operation) {
        var once = isMove(operation)
                || operation.path().startsWith("/v1/hubs")
                || operation.path().startsWith("/v1/directory");
        return once && operation.mayBeTooLate();
    }

    /**
     * Who follows a child is told by a number of the right form. Nobody looks at its check digit, which numbers to come may
     * not have: what the directory refuses in an entry is taken here.
     */
    List<Case> doubtful() {
        var found = new ArrayList<Case>();
        for (var operation : operations) {
            if (operation.hasBody() && !isMove(operation)) {
                Finess.WRONG_DIGIT.forEach(number -> followed(operation, number).stream()
                        .map(body -> aCase(DOUBTFUL, operation, body, Expected.any(200, 201)))
                        .forEach(found::add));
            }
        }
        return found;
    }

    /** A body for each place where somebody may be said to follow a child. */
    private static List<byte[]> followed(Operation operation, String by) {
        return Spot.all(operation.api(), Bodies.full(operation), operation.bodySchema()).stream()
                .filter(spot -> spot.schema().path("properties").has(FOLLOWED))
                .map(spot -> {
                    ObjectNode followed = spot.value().deepCopy();
                    return spot.with(followed.put(FOLLOWED, by).toString());
                })
                .toList();
    }

    private Case taken(Operation operation, byte[] body, Expected expected) {
        return aCase(WHOLE, operation, body, expected);
    }

    private Case aCase(String kind, Operation operation, byte[] body, Expected expected) {
        return new Case(
                operation.id(), kind, targets.get(operation).call(operation).withBody(body), expected);
    }
}
