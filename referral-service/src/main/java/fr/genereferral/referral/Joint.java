package fr.genereferral.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What ties a referral to others of the same child.
 *
 * @param merging it is to live on in another one as soon as the search for a hub has ended
 * @param judgedUnseen the rules have judged it while it was held, which its hospital is not told before it goes on
 * @param supersededBy in which it lives on; null where it does in none
 * @param followed FINESS numbers of the other hospitals that follow the child here, with commas between them
 */
@Embeddable
public record Joint(
        boolean merging,
        @Column(name = "judged_unseen") boolean judgedUnseen,
        @Column(name = "superseded_by") UUID supersededBy,
        @Column(name = "followers") String followed) {
    private static final String BETWEEN = ",";

    static Joint none() {
        return new Joint(false, false, null, "");
    }

    public boolean isFollowedBy(String organisation) {
        return followers().contains(organisation);
    }

    List<String> followers() {
        return followed.isEmpty() ? List.of() : Arrays.asList(followed.split(BETWEEN));
    }

    Joint merging(boolean wanted) {
        return new Joint(wanted, judgedUnseen, supersededBy, followed);
    }

    Joint judgedUnseen(boolean judged) {
        return new Joint(merging, judged, supersededBy, followed);
    }

    Joint in(UUID survivor) {
        return new Joint(false, judgedUnseen, survivor, followed);
    }

    Joint with(String follower) {
        var all = Stream.concat(followers().stream(), Stream.of(follower)).distinct();
        return new Joint(merging, judgedUnseen, supersededBy, all.collect(Collectors.joining(BETWEEN)));
    }

    Joint without(String follower) {
        var left = followers().stream().filter(one -> !one.equals(follower));
        return new Joint(merging, judgedUnseen, supersededBy, left.collect(Collectors.joining(BETWEEN)));
    }
}
