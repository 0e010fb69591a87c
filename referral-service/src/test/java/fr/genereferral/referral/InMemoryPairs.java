package fr.genereferral.referral;

import fr.genereferral.referral.Pair.Conclusion;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Pairs of referrals for tests that need no database: same promises, but a list is one page. */
public final class InMemoryPairs implements Pairs {
    private static final Set<Conclusion> RULED_OUT = Set.of(Conclusion.NOT_THE_SAME, Conclusion.UNDONE);

    private final InMemoryReferrals referrals;
    private final Map<Set<UUID>, Found> compared = new LinkedHashMap<>();
    private final List<Found> numbered = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    public InMemoryPairs(InMemoryReferrals referrals) {
        this.referrals = referrals;
    }

    /** @param outcome null where only the number tells */
    private record Found(UUID one, UUID other, Instant since, boolean byNumber, String outcome) {}

    private record Said(Set<UUID> of, boolean byNumber, Pair.Word word) {}

    /** The two have the same national number. */
    public void haveOneNumber(UUID one, UUID other, Instant at) {
        numbered.add(new Found(one, other, at, true, null));
    }

    /** The two were compared; what a comparison from before has found holds no longer. */
    public void compared(UUID one, UUID other, String outcome, Instant at) {
        compared.put(Set.of(one, other), new Found(one, other, at, false, outcome));
    }

    public boolean wereCompared(UUID one, UUID other) {
        return compared.containsKey(Set.of(one, other));
    }

    @Override
    public Uni<Page> list(Query query) {
        return Uni.createFrom()
                .item(new Page(
                        all().filter(query.settled() ? InMemoryPairs::isSettled : Pair::waits)
                                .limit(query.limit())
                                .toList(),
                        null));
    }

    private static boolean isSettled(Pair pair) {
        return pair.last() != null && pair.last().decision() != Conclusion.CALLED_OFF;
    }

    @Override
    public Uni<List<Pair>> of(UUID referral) {
        return Uni.createFrom().item(ofNow(referral));
    }

    List<Pair> ofNow(UUID referral) {
        return all().filter(pair -> isOf(pair, referral)).toList();
    }

    private static boolean isOf(Pair pair, UUID referral) {
        return pair.one().id().equals(referral) || pair.other().id().equals(referral);
    }

    /** How many of either wait, beside the two themselves. */
    long waitingBeside(UUID one, UUID other) {
        return all().filter(pair -> pair.waits() && isOf(pair, one) != isOf(pair, other))
                .count();
    }

    /** Whether nothing was said of the two since the pair was read. */
    boolean isUnchanged(Pair pair) {
        return Objects.equals(last(pair.one().id(), pair.other().id()), pair.last());
    }

    void say(Pair pair, Pair.Word word) {
        said.add(new Said(Set.of(pair.one().id(), pair.other().id()), pair.byNumber(), word));
    }

    /** Another word about two of whom something was said before. */
    void sayThen(UUID one, UUID other, Pair.Word word) {
        said.add(new Said(Set.of(one, other), lastOf(one, other).byNumber(), word));
    }

    private Said lastOf(UUID one, UUID other) {
        Said last = null;
        for (var each : said) {
            if (each.of().equals(Set.of(one, other))) {
                last = each;
            }
        }
        return last;
    }

    private Pair.Word last(UUID one, UUID other) {
        var last = lastOf(one, other);
        return last == null ? null : last.word();
    }

    /** Those of which both are open, the longest known first. */
    private Stream<Pair> all() {
        var living = new LinkedHashMap<Set<UUID>, List<Living>>();
        Stream.concat(compared.values().stream(), numbered.stream())
                .filter(found -> !"DIFFERENT".equals(found.outcome()))
                .forEach(found -> {
                    var one = livingOf(found.one());
                    var other = livingOf(found.other());
                    if (!isOver(one) && !isOver(other) && one != other) {
                        living.computeIfAbsent(Set.of(one.id(), other.id()), none -> new ArrayList<>())
                                .add(new Living(found, isUnsaid(found.one(), found.other(), found.byNumber())));
                    }
                });
        return living.entrySet().stream()
                .map(entry -> pair(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Pair::since));
    }

    /** @param unsaid whether nobody has decided about the two that were found */
    private record Living(Found found, boolean unsaid) {}

    /** Where the child is being referred now. */
    private Referral livingOf(UUID id) {
        var found = referrals.sentOne(id);
        return found.state() == ReferralStatus.MERGED
                ? referrals.sentOne(found.joint().supersededBy())
                : found;
    }

    private static boolean isOver(Referral referral) {
        return referral.state().isEnd();
    }

    /** Two who were ruled out by their names are asked about once more when they have one number: that is news. */
    private boolean isUnsaid(UUID one, UUID other, boolean byNumber) {
        var last = lastOf(one, other);
        return last == null
                || last.word().decision() == Conclusion.CALLED_OFF
                || byNumber
                        && !last.byNumber()
                        && RULED_OUT.contains(last.word().decision());
    }

    private Pair pair(Set<UUID> two, List<Living> found) {
        var ids = two.stream().sorted().toList();
        var byNumber = found.stream().anyMatch(one -> one.found().byNumber());
        return new Pair(
                side(ids.get(0)),
                side(ids.get(1)),
                found.stream()
                        .map(one -> one.found().since())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                byNumber,
                found.stream()
                        .map(one -> one.found().outcome())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                null,
                found.stream().anyMatch(Living::unsaid) && isUnsaid(ids.get(0), ids.get(1), byNumber),
                last(ids.get(0), ids.get(1)));
    }

    private Pair.Side side(UUID id) {
        var referral = referrals.sentOne(id);
        return new Pair.Side(
                id,
                referral.reference(),
                referral.organisation(),
                referral.state(),
                referral.clockStartedAt(),
                referral.stopping() || referral.joint().merging(),
                !referrals.livingIn(id).isEmpty(),
                referral.joint().supersededBy());
    }
}
