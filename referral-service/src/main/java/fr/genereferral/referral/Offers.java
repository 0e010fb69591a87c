package fr.genereferral.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Every offer that was heard of for one referral, oldest first. */
public record Offers(List<Offer> all) {
    public Offers {
        all = List.copyOf(all);
    }

    public static Offers none() {
        return new Offers(List.of());
    }

    Offers with(Offer offer) {
        var more = new ArrayList<>(all);
        more.add(offer);
        return new Offers(more);
    }

    Offers change(UUID offerId, UnaryOperator<Offer> change) {
        return new Offers(all.stream()
                .map(o -> o.offerId().equals(offerId) ? change.apply(o) : o)
                .toList());
    }

    Offer.Hub hubOf(UUID offerId) {
        return all.stream()
                .filter(o -> o.offerId().equals(offerId))
                .findFirst()
                .map(Offer::hub)
                .orElseThrow(() -> new IllegalStateException("an answer to an offer that was never made"));
    }
}
