package fr.genereferral.eligibility.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** An event that came before its turn: applied when the hole before it is filled. */
@Entity
@Table(name = "inbox_parked")
@IdClass(ParkedEvent.Place.class)
class ParkedEvent {
    /** Where it waits. */
    record Place(String topic, String key, long sequence) implements Serializable {}

    @Id
    private String topic;

    @Id
    private String key;

    @Id
    private long sequence;

    @Column(name = "event_id")
    private String eventId;

    private String type;
    private Instant time;
    private String payload;

    @Column(name = "parked_at")
    private Instant parkedAt;

    protected ParkedEvent() {}

    ParkedEvent(String topic, Received event, Instant parkedAt) {
        this.topic = topic;
        this.key = event.key();
        this.sequence = event.sequence();
        this.eventId = event.id();
        this.type = event.type();
        this.time = event.time();
        this.payload = event.payload();
        this.parkedAt = parkedAt;
    }

    Received received() {
        return new Received(eventId, type, key, sequence, time, payload);
    }
}
