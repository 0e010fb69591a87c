package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.AccessChange;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Submission;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A new referral and all that is stored with it. */
record NewRows(
        Referral referral,
        Submission sent,
        IdempotencyKey key,
        Access access,
        List<AccessChange> grants,
        List<Change> changes,
        Instant at) {

    /**
     * Takes the referral's notes. In a batch the row-level policies know the organisations of all its requests; that each
     * row is its own sender's is made sure of here.
     */
    static NewRows of(Referral referral, Submission sent, IdempotencyKey key, Access access, Instant at) {
        var rows = new NewRows(referral, sent, key, access, referral.takeAccessChanges(), referral.takeChanges(), at);
        if (!rows.organisations().allMatch(access.rights().setting()::equals)) {
            throw new IllegalStateException("rows of referral " + referral.id() + " name an organisation not its own");
        }
        return rows;
    }

    private Stream<String> organisations() {
        var named = Stream.of(
                referral.organisation(), key.organisation(), access.by().organisation());
        return Stream.concat(named, grants.stream().map(AccessChange::organisation));
    }

    String organisation() {
        return referral.organisation();
    }

    Claim claim() {
        return new Claim(key.bodyHash(), referral.id());
    }

    Stream<AccessRow> accessRows() {
        return grants.stream().map(grant -> new AccessRow(referral.id(), grant, false));
    }

    DossierRow dossierRow() {
        return new DossierRow(referral.id(), referral.dossierVersion(), sent.dossier(), at);
    }

    Stream<IdentityFieldRow> identityRows() {
        return sent.identity().fields().entrySet().stream()
                .map(field -> new IdentityFieldRow(referral.id(), field.getKey(), field.getValue()));
    }

    Stream<PatientMarkRow> markRows() {
        return sent.identity().marks().stream().map(mark -> new PatientMarkRow(referral.id(), mark, organisation()));
    }

    Stream<TimelineRow> timelineRows() {
        return changes.stream().map(TimelineRow::new);
    }

    AuditRow auditRow() {
        return new AuditRow(referral.id(), access, at);
    }

    @Override
    public String toString() {
        return "NewRows[" + referral.id() + "]";
    }
}
