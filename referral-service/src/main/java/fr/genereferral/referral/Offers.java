package fr.genereferral.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Every offer that was heard of for one referral, oldest first.
 *
 * @param insufficient version of the dossier on which the last hub could not decide; null when none has said so
 */
public record Offers(List<Offer> all, Integer insufficient) {
    public Offers {
        all = List.copyOf(all);
    }

    public static Offers none() {
        return new Offers(List.of(), null);
    }

    Offers with(Offer offer) {
        var more = new ArrayList<>(all);
        more.add(offer);
        return new Offers(more, null);
    }

    Offers change(UUID offerId, UnaryOperator<Offer> change) {
        return new Offers(
                all.stream()
                        .map(o -> o.offerId().equals(offerId) ? change.apply(o) : o)
                        .toList(),
                insufficient);
    }

    /** The last hub has sent the child back to its hospital because it could not tell. */
    Offers insufficientOn(int dossierVersion) {
        return new Offers(all, dossierVersion);
    }

    /** The offer whose hub waits for what it has missed: for as long as nothing more was said than it knew. */
    Optional<Offer> waitingFor(int dossierVersion) {
        return insufficient == null || insufficient < dossierVersion
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1));
    }

    /** The one whose hub has taken responsibility. */
    Optional<Offer> accepted() {
        return all.stream().filter(Offer::isAccepted).findFirst();
    }

    boolean isOpenTo(String hub) {
        return all.stream()
                .anyMatch(o -> o.state().equals("OPEN") && o.hub().id().equals(hub));
    }

    /** The live offer to this hub, or the one that it has accepted. */
    Optional<Offer> heldBy(String hub) {
        return all.stream().filter(o -> isHeld(o) && o.hub().id().equals(hub)).findFirst();
    }

    boolean isHeld(UUID offerId) {
        return all.stream().anyMatch(o -> isHeld(o) && o.offerId().equals(offerId));
    }

    private static boolean isHeld(Offer offer) {
        return offer.state().equals("OPEN") || offer.isAccepted();
    }

    boolean isAccepted(UUID offerId) {
        return all.stream().anyMatch(o -> o.offerId().equals(offerId) && o.isAccepted());
    }

    boolean include(UUID offerId) {
        return all.stream().anyMatch(o -> o.offerId().equals(offerId));
    }

    Offer.Hub hubOf(UUID offerId) {
        return named(offerId).hub();
    }

    Offer named(UUID offerId) {
        return all.stream()
                .filter(o -> o.offerId().equals(offerId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an answer to an offer that was never made"));
    }
}
