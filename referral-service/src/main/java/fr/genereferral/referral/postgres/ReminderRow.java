package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Reminder;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a hospital was reminded of, as its questions show it. Written by statements ({@link PostgresReminders}). */
@Entity
@Immutable
@Table(name = "reminder")
class ReminderRow {
    @Id
    private long id;

    @Column(name = "referral_id")
    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private Reminder.Kind kind;

    private String about;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "told_at")
    private Instant toldAt;

    private String state;

    @Column(name = "skipped_because")
    private String skippedBecause;

    protected ReminderRow() {}

    /** Those that were told, oldest first. */
    static Uni<List<Reminder>> told(Mutiny.Session session, UUID referral) {
        return session.createQuery(
                        "from ReminderRow m where m.referralId = :id and m.toldAt is not null order by m.toldAt, m.id",
                        ReminderRow.class)
                .setParameter("id", referral)
                .getResultList()
                .map(rows -> rows.stream().map(ReminderRow::reminder).toList());
    }

    private Reminder reminder() {
        return new Reminder(
                kind,
                kind == Reminder.Kind.QUESTION ? UUID.fromString(about) : null,
                dueAt,
                toldAt,
                Reminder.Mail.valueOf(skippedBecause == null ? state : skippedBecause));
    }
}
