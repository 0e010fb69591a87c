package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.AnsweredOffers;
import fr.genereferral.hubdirectory.Completeness;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.DistanceBand;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.PatternParameters;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts in one statement. It reads as the nation's readers do, also for a hub's administrator, for the policies keep what was
 * asked for a child from a hub whose offer has ended; nothing of it but whether facts were missing is counted, and nothing but
 * counts comes out. A hub is held to its own by the question.
 */
@ApplicationScoped
class PostgresAnsweredOffers implements AnsweredOffers {
    private static final int LAST_MONTH = 12;
    private static final String PARAMETERS = "select valid_from, near_under_minutes, far_from_minutes, smallest_cell,"
            + " confidence, source from pattern_parameters"
            + " where valid_from <= :day order by valid_from desc limit 1";

    private static final String TEMPLATE = """
            with p as (
                select * from pattern_parameters where valid_from = :parameters),
            answered as (
                select o.* from offer o
                where (o.accepted_at is not null or o.state in ('DECLINED', 'EXPIRED'))
                and coalesce(o.accepted_at, o.ended_at) >= :from and coalesce(o.accepted_at, o.ended_at) < :until
                and (:anyHub or o.hub_id = :hub) and (:anyTherapy or o.therapy = :therapy)
                and not exists (
                    select 1 from offer e
                    where e.referral_id = o.referral_id and e.hub_id = o.hub_id {same therapy}
                    and (e.accepted_at is not null or e.state in ('DECLINED', 'EXPIRED'))
                    and (e.offered_at, e.id) < (o.offered_at, o.id))),
            told as (
                select a.hub_id, a.hub_name, a.hub_city, {therapy} as therapy,
                    case when coalesce(d.code, hd.code) = any (p.overseas) then 'OVERSEAS'
                        when j.minutes is null then 'UNKNOWN'
                        when j.minutes < p.near_under_minutes then 'NEAR'
                        when j.minutes >= p.far_from_minutes then 'FAR' else 'MIDDLE' end as band,
                    case when g.conditional_on = '' and coalesce(
                            cast(c.run -> 'evidence' ->> 'weightKnown' as boolean), g.weight_kg is not null)
                        then 'COMPLETE' else 'INCOMPLETE' end as completeness,
                    case when a.accepted_at is not null then 'ACCEPTED' else a.state end as answer,
                    case when a.accepted_at is null and a.state = 'DECLINED' then a.decline_reason end as reason
                from answered a cross join p
                join match_run m on m.id = a.match_run_id
                -- offset 0 keeps the run a subselect: pulled up, it would be parsed wherever it is named.
                cross join lateral (select cast(m.content as jsonb) as run offset 0) c
                left join lateral (
                    select cast(r -> 'terms' ->> 'travelMinutes' as int) as minutes
                    from jsonb_array_elements(c.run -> 'ranked') r where r -> 'hub' ->> 'id' = a.hub_id limit 1) j on true
                left join routing g on g.referral_id = a.referral_id and g.number = a.routing
                left join departement d
                    on c.run -> 'origin' ->> 'kind' = 'DEPARTEMENT' and d.code = c.run -> 'origin' ->> 'code'
                left join hospital h
                    on c.run -> 'origin' ->> 'kind' = 'HOSPITAL' and h.finess_et = c.run -> 'origin' ->> 'code'
                left join departement hd on hd.code = h.departement)
            select hub_id, max(hub_name), max(hub_city), therapy, band, completeness, answer, reason, count(*)
            from told group by hub_id, therapy, band, completeness, answer, reason
            order by max(hub_name), hub_id, therapy, band, completeness, answer, reason
            """;

    private static final String COUNTS = statement("and e.therapy = o.therapy", "a.therapy");
    private static final String COUNTS_OF_ALL = statement("", "'" + EVERY_THERAPY + "'");

    private final Transactions transactions;

    PostgresAnsweredOffers(Transactions transactions) {
        this.transactions = transactions;
    }

    private static String statement(String sameTherapy, String therapy) {
        return TEMPLATE.replace("{same therapy}", sameTherapy).replace("{therapy}", therapy);
    }

    @Override
    public Uni<Counted> count(Question question) {
        return count(question, COUNTS);
    }

    @Override
    public Uni<Counted> countOfYear(Year year) {
        return count(
                new Question(year.atMonth(1), year.atMonth(LAST_MONTH), Optional.empty(), Optional.empty()),
                COUNTS_OF_ALL);
    }

    private Uni<Counted> count(Question question, String statement) {
        return transactions.as(
                Rights.national(), session -> parameters(session, question.to().atEndOfMonth())
                        .chain(parameters -> counts(session, statement, question, parameters.validFrom())
                                .map(counts -> new Counted(parameters, counts))));
    }

    private static Uni<PatternParameters> parameters(Mutiny.Session session, LocalDate day) {
        return session.createNativeQuery(PARAMETERS, Object[].class)
                .setParameter("day", day)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> Refused.because("PARAMETER_INVALID"))
                .map(row -> new PatternParameters(
                        (LocalDate) row[0],
                        (Integer) row[1],
                        (Integer) row[2],
                        (Integer) row[3],
                        ((BigDecimal) row[4]).doubleValue(),
                        (String) row[5]));
    }

    private static Uni<List<Count>> counts(
            Mutiny.Session session, String statement, Question question, LocalDate parameters) {
        return session.createNativeQuery(statement, Object[].class)
                .setParameter("parameters", parameters)
                .setParameter("from", start(question.from()))
                .setParameter("until", start(question.to().plusMonths(1)))
                .setParameter("anyHub", question.hub().isEmpty())
                .setParameter("hub", question.hub().orElse(""))
                .setParameter("anyTherapy", question.therapy().isEmpty())
                .setParameter("therapy", question.therapy().orElse(""))
                .getResultList()
                .map(rows -> rows.stream().map(PostgresAnsweredOffers::counted).toList());
    }

    private static OffsetDateTime start(YearMonth month) {
        return month.atDay(1).atStartOfDay(Paris.ZONE).toOffsetDateTime();
    }

    private static Count counted(Object[] row) {
        var reason = Optional.ofNullable((String) row[7]).map(DeclineReason::valueOf);
        return new Count(
                new HubName((String) row[0], (String) row[1], (String) row[2]),
                (String) row[3],
                DistanceBand.valueOf((String) row[4]),
                Completeness.valueOf((String) row[5]),
                new FirstAnswer(OfferState.valueOf((String) row[6]), reason.orElse(null)),
                Math.toIntExact((Long) row[8]));
    }
}
