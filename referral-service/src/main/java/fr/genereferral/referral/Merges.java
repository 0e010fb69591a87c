package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to what people decide about two referrals that may be of one child; each decision changes both or neither. */
public interface Merges {

    /** What becomes of two dossiers. */
    interface Dossiers {
        /** The one that lives on, with what was said in the other. */
        Amendment union(DossierHistory survivor, int version, DossierHistory superseded, UUID merge);

        /** One that was once in a union, without the other; {@code version} is that of the dossier that comes of it. */
        Amendment without(DossierHistory survivor);

        /** The other one, with what its hospital has said of the child since in {@code joint}, the one that lives on. */
        Amendment back(DossierHistory superseded, int version, DossierHistory joint, Merge merge);
    }

    /**
     * They are of one child: done at once, or as soon as hub-directory-service has said that no hub has accepted the one that
     * ends.
     *
     * @param reason coded
     */
    Uni<Merge> merge(Pair pair, String reason, Access access, Dossiers dossiers);

    /**
     * They are of two children: whoever was held for nobody else goes on. Refused where somebody has said something else of them
     * meanwhile, or one has ended.
     */
    Uni<Void> ruleOut(Pair pair, Access access);

    /** As {@link #ruleOut}, of what goes on already; a pair that waits no longer is left as it is. */
    Uni<Void> record(List<Pair> ruledOut, Access access);

    /** Those that wait for nobody's word any more, the first that was decided first. */
    Uni<List<Merge>> stopped(int most);

    /** Does what was decided, or calls it off, where that word has come. */
    Uni<Void> goOn(UUID merge, Dossiers dossiers);

    /** Does not do what was decided, where it cannot be done any more and that word has come. */
    Uni<Void> callOff(UUID merge);

    /** Two again, because they are two children after all. */
    Uni<Merge> undo(UUID superseded, String reason, Access access, Dossiers dossiers);

    /** In which one a referral lives on. */
    Uni<Optional<Merge>> done(UUID superseded);
}
