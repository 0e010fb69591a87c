package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** One word on when an accreditation ends; a later word corrects it and does not remove it. */
@Entity
@Table(name = "accreditation_end")
public class AccreditationEnd {
    /** Ids grow: of two words of the same instant the one that was said later is the last. */
    static final Comparator<AccreditationEnd> BY_TIME =
            Comparator.comparing(AccreditationEnd::recordedAt).thenComparing(AccreditationEnd::id);

    private static final AtomicLong SAID = new AtomicLong();

    @Id
    private UUID id;

    @Column(name = "accreditation_id")
    private UUID accreditation;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    private Accreditation.EndReason reason;

    @Embedded
    private EntryChange.Hand hand;

    protected AccreditationEnd() {}

    AccreditationEnd(UUID accreditation, Accreditation.End end, EntryChange.Hand hand) {
        this.id = idAt(hand.at());
        this.accreditation = accreditation;
        this.endsOn = end.on();
        this.reason = end.reason();
        this.hand = hand;
    }

    /** A UUID of version 7: the time, a count, and chance for the other instances of the service. */
    private static UUID idAt(Instant at) {
        var count = SAID.incrementAndGet() << 20 | ThreadLocalRandom.current().nextInt(1 << 20);
        return new UUID(at.toEpochMilli() << 16 | 0x7000L, count & (1L << 62) - 1 | Long.MIN_VALUE);
    }

    public UUID accreditation() {
        return accreditation;
    }

    void applyTo(Accreditation copy) {
        copy.end(new Accreditation.End(endsOn, reason), hand);
    }

    public UUID id() {
        return id;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public Accreditation.EndReason reason() {
        return reason;
    }

    public Instant recordedAt() {
        return hand.at();
    }

    public String recordedBy() {
        return hand.by();
    }
}
