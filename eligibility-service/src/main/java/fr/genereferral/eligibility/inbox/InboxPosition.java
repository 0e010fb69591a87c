package fr.genereferral.eligibility.inbox;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The last sequence applied for one key. */
@Entity
@Table(name = "inbox_position")
class InboxPosition {
    @EmbeddedId
    private InboxKey id;

    private long sequence;

    protected InboxPosition() {}

    InboxPosition(InboxKey id) {
        this.id = id;
    }

    InboxKey id() {
        return id;
    }

    long sequence() {
        return sequence;
    }

    void advance() {
        sequence++;
    }
}
