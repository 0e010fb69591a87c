package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One referral lives on in another one of the same child, or is to.
 *
 * @param reason coded, why the two are of one child
 * @param by who has found that
 * @param hospital whose the one that ends is
 * @param survivorClock C0 of the one that lives on, as it was before; null until it is done, as are the two that follow
 * @param mergedVersion the version of its dossier that the union has made
 * @param undoneVersion the version without it; null unless it was undone before the one that lived on had ended
 */
public record Merge(
        UUID id,
        UUID superseded,
        UUID survivor,
        Stage state,
        String reason,
        Instant at,
        Actor by,
        String hospital,
        Instant survivorClock,
        Integer mergedVersion,
        Integer undoneVersion) {

    /** How far it has come. */
    public enum Stage {
        /** A hub is being asked for the one that ends: hub-directory-service has to say first whether it has said yes. */
        STOPPING,
        DONE,
        CALLED_OFF,
        UNDONE
    }

    /**
     * C0 of a referral as it was before another one came into it: what came has only moved it to an earlier instant.
     *
     * @param now C0 as it is
     * @param into all that came into it, be they undone
     */
    public static Instant ownClock(Instant now, List<Merge> into) {
        return into.stream()
                .map(Merge::survivorClock)
                .filter(Objects::nonNull)
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Whether something that was said in the one that lives on came with it, or was said there by the other hospital since. */
    boolean hasBrought(FactEntry entry, String hospitalOfSurvivor) {
        if (id.equals(entry.merge())) {
            return true;
        }
        return mergedVersion != null
                && !hospital.equals(hospitalOfSurvivor)
                && hospital.equals(entry.by().organisation())
                && entry.merge() == null
                && entry.dossierVersion() > mergedVersion
                && (undoneVersion == null || entry.dossierVersion() < undoneVersion);
    }

    public Merge done(Instant clock, int version) {
        return new Merge(id, superseded, survivor, Stage.DONE, reason, at, by, hospital, clock, version, null);
    }

    /** @param version null where the other had ended, and has kept its dossier */
    public Merge undone(Integer version) {
        return new Merge(
                id,
                superseded,
                survivor,
                Stage.UNDONE,
                reason,
                at,
                by,
                hospital,
                survivorClock,
                mergedVersion,
                version);
    }

    public Merge calledOff() {
        return new Merge(id, superseded, survivor, Stage.CALLED_OFF, reason, at, by, hospital, null, null, null);
    }
}
