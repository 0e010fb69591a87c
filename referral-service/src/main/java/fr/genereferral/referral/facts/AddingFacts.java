package fr.genereferral.referral.facts;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Statement;
import fr.genereferral.referral.facts.AddedFacts.Added;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Adds what has arrived to a referral's facts, and lets the next assessment begin. */
@ApplicationScoped
class AddingFacts {
    private final Referrals referrals;
    private final Clock clock;

    AddingFacts(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    /** @param isNew whether the request, when it came first, said anything that had not been said before */
    record Result(StoredReferral stored, boolean isNew) {}

    /** Once for each key; what has been said before in the same words is not said again. */
    Uni<Result> add(UUID id, AddedFacts added, IdempotencyKey request, Access access) {
        var isNew = new AtomicBoolean();
        return referrals
                .amend(id, access, (referral, kept) -> {
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    referral.demandSpeaker(access.by());
                    if (kept.has(request, now)) {
                        isNew.set(true);
                        return;
                    }
                    referral.demandAmendable(access.by());
                    isNew.set(new Addition(referral, request, access, now).make(kept, added.all()));
                })
                .map(stored -> new Result(stored, isNew.get()));
    }

    private record Addition(Referral referral, IdempotencyKey request, Access access, Instant now) {
        /** @return whether anything was new */
        boolean make(DossierHistory kept, List<Added> sent) {
            var history = FactHistory.of(kept);
            var fresh = new ArrayList<Added>();
            var entries = new ArrayList<FactEntry>();
            if (isJoint(kept)) {
                demandNamesOfItsOwn(sent, history);
            }
            for (var one : sent) {
                var statement = statement(one, history);
                var isKnown = history.hasSaid(statement);
                if (isKnown && (!isJoint(kept) || history.hasSaidItself(statement))) {
                    continue;
                }
                if (!isKnown) {
                    fresh.add(one);
                }
                var entry = entry(statement, history.nameOf(statement));
                history.enter(entry);
                entries.add(entry);
            }
            if (entries.isEmpty()) {
                return false;
            }
            var today = Paris.dayOf(now);
            Refused.ifAny(new WholeCheck(history.dossier(), fresh).violations(today));
            referral.amended(Amendments.of("FACTS_ADDED", history, entries), access.by(), now);
            return true;
        }

        /** A report under the name of another hospital's would take its place, and what cites that one with it. */
        private void demandNamesOfItsOwn(List<Added> sent, FactHistory history) {
            Refused.ifAny(sent.stream()
                    .filter(one -> one.kind() == FactKind.REPORT && history.isOfAnother(statement(one, history)))
                    .map(one -> new Violation(
                            one.pointer() + "/id",
                            "DUPLICATE",
                            one.content().path("id").asText()))
                    .toList());
        }

        /** Whether another referral lives on here, or did: what it has brought may go away again, or has gone. */
        private boolean isJoint(DossierHistory kept) {
            return !referral.joint().followed().isEmpty() || kept.isJoint();
        }

        private Statement statement(Added one, FactHistory history) {
            var version = referral.dossierVersion() + 1;
            var organisation = access.by().organisation();
            return new Statement(history.next(), one.kind(), one.content(), version, now, organisation);
        }

        private FactEntry entry(Statement said, String name) {
            var content = said.content().toString();
            return new FactEntry(
                    said.number(),
                    said.dossierVersion(),
                    said.kind(),
                    name,
                    content,
                    null,
                    List.of(),
                    null,
                    now,
                    access.by(),
                    request);
        }
    }
}
