package fr.genereferral.eligibility.inbox;

import jakarta.persistence.Embeddable;

/** A topic and the key of one aggregate on it. */
@Embeddable
record InboxKey(String topic, String key) {}
