package fr.genereferral.e2e.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Everything that can be wrong with the requests of one operation, by group, and a draw from it. */
final class BadRequests {
    private static final int OF_A_BODY = 100;

    private final Operation operation;
    private final List<Case> fields = new ArrayList<>();
    private final List<Case> wholes = new ArrayList<>();
    private final List<Case> domain = new ArrayList<>();
    private final List<Case> heads;
    private final List<Case> addresses;

    BadRequests(Operation operation, Targets targets) {
        this.operation = operation;
        var valid = targets.call(operation);
        if (operation.hasBody()) {
            var body = Bodies.full(operation);
            valid = valid.withBody(WholeDamage.utf8(body.toString()));
            for (var spot : Spot.all(operation.api(), body, operation.bodySchema())) {
                addAll(fields, valid, FieldDamage.at(spot));
                addAll(domain, valid, EntryDamage.at(spot));
            }
            addAll(wholes, valid, WholeDamage.of(body.toString()));
            if (body.has("dossier") && !operation.takesDrafts()) {
                addAll(domain, valid, DomainDamage.of(body));
            }
        }
        heads = HeaderDamage.of(operation, valid);
        addresses = AddressDamage.of(operation, valid);
    }

    private void addAll(List<Case> cases, Call valid, List<Damage> damages) {
        damages.forEach(damage ->
                cases.add(new Case(operation.id(), damage.kind(), valid.withBody(damage.body()), damage.expected())));
    }

    /** How often this operation is drawn: most of what can go wrong is in the bodies. */
    int weight() {
        return operation.hasBody() ? OF_A_BODY + Math.min(fields.size(), 400) : 30;
    }

    Case drawn(Random random) {
        var die = random.nextInt(100);
        if (die < 55 && !fields.isEmpty()) {
            return of(fields, random);
        }
        if (die < 65 && !wholes.isEmpty()) {
            return of(wholes, random);
        }
        if (die < 80 && !domain.isEmpty()) {
            return of(domain, random);
        }
        return of(die % 2 == 0 && !addresses.isEmpty() ? addresses : heads, random);
    }

    /** What looks right and is not. */
    List<Case> domain() {
        return domain;
    }

    /** What is wrong whatever it is about. */
    List<Case> formal() {
        return Stream.of(fields, wholes, heads, addresses).flatMap(List::stream).toList();
    }

    Stream<Case> all() {
        return Stream.concat(domain.stream(), formal().stream());
    }

    private static Case of(List<Case> cases, Random random) {
        return cases.get(random.nextInt(cases.size()));
    }
}
