package fr.genereferral.referral;

import java.util.ArrayList;
import java.util.List;

/**
 * What the family wants, as its hospital says it, and what hubs have heard from it since: terms of the choice of hub.
 *
 * @param preferred hub that it would rather go to; null when it names none
 * @param declined hubs that it does not go to, each once
 */
public record FamilyWishes(Wish preferred, List<Wish> declined) {
    public FamilyWishes {
        declined = declined == null ? List.of() : List.copyOf(declined);
    }

    /** @param hub FINESS ET, or the country and a code of its own abroad */
    public record Wish(String hub, WishReason reason) {}

    public static FamilyWishes none() {
        return new FamilyWishes(null, List.of());
    }

    /** A hub has heard that the family does not want to go there; it is asked no more, even if it was preferred. */
    FamilyWishes declining(String hub) {
        var preference = preferred != null && preferred.hub().equals(hub) ? null : preferred;
        if (declines(hub)) {
            return new FamilyWishes(preference, declined);
        }
        var more = new ArrayList<>(declined);
        more.add(new Wish(hub, WishReason.TOLD_THE_HUB));
        return new FamilyWishes(preference, more);
    }

    /**
     * What the hospital has said anew. What a hub has heard itself stays, unless the hospital says something else of that hub:
     * nobody has taken it back.
     */
    FamilyWishes after(FamilyWishes before) {
        var all = new ArrayList<>(declined);
        before.declined().stream()
                .filter(wish -> wish.reason() == WishReason.TOLD_THE_HUB)
                .filter(wish -> !wish.hub().equals(preferredHub()) && !declines(wish.hub()))
                .forEach(all::add);
        return new FamilyWishes(preferred, all);
    }

    boolean declines(String hub) {
        return declined.stream().anyMatch(wish -> wish.hub().equals(hub));
    }

    String preferredHub() {
        return preferred == null ? null : preferred.hub();
    }

    List<String> declinedHubs() {
        return declined.stream().map(Wish::hub).toList();
    }
}
