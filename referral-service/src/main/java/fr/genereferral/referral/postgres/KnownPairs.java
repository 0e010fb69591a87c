package fr.genereferral.referral.postgres;

import java.util.List;
import java.util.stream.Stream;

/** Statements that find pairs by comparisons and by numbers, and what was said of them. */
final class KnownPairs {
    private static final String ENDED = "('COMPLETED', 'CANCELLED', 'MERGED', 'ENTERED_IN_ERROR')";
    private static final String OPEN = ".state not in " + ENDED;

    private static final String FOR_GOOD = ".state not in ('COMPLETED', 'CANCELLED', 'ENTERED_IN_ERROR')";

    /** The last word about two. */
    private static final String SAID =
            "said as (select distinct on (one, other) * from duplicate_decision" + " order by one, other, spoken desc)";

    /** The same of one pair: asked for by the index where there are few. */
    private static final String WORD = "left join lateral (select d.* from duplicate_decision d"
            + " where d.one = %1$s and d.other = %2$s order by d.spoken desc limit 1) s on true";

    private static final String WORDS = "left join said s on s.one = %1$s and s.other = %2$s";

    /** Referrals, and those that live on in them. */
    private static final String MINE = "mine as (select id from referral where id in (%1$s)"
            + " union select id from referral where superseded_by in (%1$s))";

    /** Two who were ruled out by their names are asked about once more when they have one number: that is news. */
    private static final String UNSAID = "s.decision is null or s.decision = 'CALLED_OFF'"
            + " or %s.by_number and not s.by_number and s.decision in ('NOT_THE_SAME', 'UNDONE')";

    private static final String COMPARED = "comparison";

    private static final String COMPARED_WITH_MINE =
            "(select * from comparison where looked_at in (select id from mine)"
                    + " union select * from comparison where other in (select id from mine))";

    /** The first one has no row here: whoever came later finds it. */
    private static final String LATER = "not l.is_first";

    private static final String MINE_OR_LATER =
            "l.referral_id in (select id from mine) and not (l.is_first and o.is_first)";

    /** As they were found; a number tells of two hospitals that write one child, or one number, differently. */
    private static final String FOUND =
            "found as (select least(c.looked_at, c.other) as a, greatest(c.looked_at, c.other) as b,"
                    + " c.at as since, false as by_number, c.outcome, c.agreements from %1$s c"
                    + " where c.outcome <> 'DIFFERENT' and c.outdated_at is null union all"
                    + " select least(l.referral_id, o.referral_id), greatest(l.referral_id, o.referral_id),"
                    + " greatest(rl.clock_started_at, ro.clock_started_at), true, null, null from open_case l"
                    + " join open_case o on o.patient = l.patient and o.organisation <> l.organisation"
                    + " and (o.disease = l.disease or o.birth <> l.birth or o.sex <> l.sex)"
                    + " join referral rl on rl.id = l.referral_id join referral ro on ro.id = o.referral_id where %2$s)";

    /** What was found of one that lives on in another is of that one. What was said of two stays said. */
    private static final String LIVING =
            "living as (select case when ra.state = 'MERGED' then ra.superseded_by else f.a end as a,"
                    + " case when rb.state = 'MERGED' then rb.superseded_by else f.b end as b, f.since, f.by_number, f.outcome,"
                    + " f.agreements, " + UNSAID.formatted("f") + " as unsaid from found f"
                    + " join referral ra on ra.id = f.a and ra" + FOR_GOOD
                    + " join referral rb on rb.id = f.b and rb" + FOR_GOOD + " %s)";

    /** Twins are asked about where any comparison could not tell them apart. */
    private static final String PAIRS =
            "pairs as (select least(a, b) as one, greatest(a, b) as other, min(since) as since,"
                    + " bool_or(by_number) as by_number, min(outcome) as outcome,"
                    + " (array_agg(agreements order by outcome nulls last))[1] as agreements, bool_or(unsaid) as unsaid"
                    + " from living where a <> b group by 1, 2)";

    private static final String JUDGED =
            "judged as (select p.one, p.other, p.since, p.by_number, p.outcome, p.agreements,"
                    + " p.unsaid and (" + UNSAID.formatted("p") + ") as waits, s.decision, s.reason, s.at,"
                    + " s.organisation as by_organisation, s.role as by_role from pairs p"
                    + " join referral ro on ro.id = p.one and ro" + OPEN + " join referral rt on rt.id = p.other and rt"
                    + OPEN + " %s)";

    private static final String KNOWN = known(List.of(SAID), COMPARED, LATER, WORDS);

    private static final String SIDES = " join referral a on a.id = j.one join referral b on b.id = j.other";

    private static final String SHOWN = "select j.*, " + side("a") + ", " + side("b");

    private KnownPairs() {}

    private static String known(List<String> before, String compared, String which, String said) {
        return "with "
                + String.join(
                        ", ",
                        Stream.concat(
                                        before.stream(),
                                        Stream.of(
                                                FOUND.formatted(compared, which),
                                                LIVING.formatted(said.formatted("f.a", "f.b")),
                                                PAIRS,
                                                JUDGED.formatted(said.formatted("p.one", "p.other"))))
                                .toList());
    }

    /** Only what is of these: whoever asks for them, with their rows locked, does not wait for all pairs of the country. */
    private static String knownOf(String referrals) {
        return known(List.of(MINE.formatted(referrals)), COMPARED_WITH_MINE, MINE_OR_LATER, WORD);
    }

    private static String side(String of) {
        return String.join(
                ", ",
                of + ".reference as " + of + "_reference",
                of + ".organisation as " + of + "_organisation",
                of + ".state as " + of + "_state",
                of + ".clock_started_at as " + of + "_clock",
                of + ".stopping or " + of + ".merging as " + of + "_busy",
                of + ".superseded_by as " + of + "_in",
                "exists (select 1 from referral m where m.superseded_by = " + of + ".id) as " + of + "_joined");
    }

    /** @param after whether a place to begin after is given: $2, $3, $4; $1 is how many */
    static String waiting(boolean after) {
        return KNOWN + " " + SHOWN + " from judged j" + SIDES + " where j.waits"
                + (after ? " and (j.since, j.one, j.other) > ($2, $3, $4)" : "")
                + " order by j.since, j.one, j.other limit $1";
    }

    /** As {@link #waiting}. */
    static String settled(boolean after) {
        return "with " + SAID + " " + SHOWN
                + " from (select one, other, since, by_number, outcome, agreements, false as waits,"
                + " decision, reason, at, organisation as by_organisation, role as by_role from said"
                + " where decision <> 'CALLED_OFF') j" + SIDES
                + (after ? " where (j.at, j.one, j.other) < ($2, $3, $4)" : "")
                + " order by j.at desc, j.one desc, j.other desc limit $1";
    }

    /** $1 names the referral. */
    static String of() {
        return knownOf("$1") + " " + SHOWN + " from judged j" + SIDES
                + " where $1 in (j.one, j.other) order by j.since";
    }

    /** How many wait of the referral {@code :id}. */
    static String waitingOf() {
        return knownOf(":id") + " select count(*) from judged j where j.waits and :id in (j.one, j.other)";
    }

    /** How many wait of {@code :one} or {@code :other}, beside the two themselves. */
    static String waitingBeside() {
        return knownOf(":one, :other")
                + " select count(*) from judged j where j.waits and (:one in (j.one, j.other)) <> (:other in (j.one, j.other))";
    }
}
