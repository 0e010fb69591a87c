package fr.genereferral.eligibility.postgres;

import fr.genereferral.eligibility.RulePacks.ShippedPack;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/** One version of a rule pack. Its text never changes; the service's role may not update it. */
@Entity
@Table(name = "rule_pack")
@IdClass(RulePackRow.Place.class)
class RulePackRow {
    private static final String ACTIVE = "ACTIVE";
    private static final String DRAFT = "DRAFT";

    /** Which version of which pack. */
    record Place(String therapy, int version) implements Serializable {}

    @Id
    private String therapy;

    @Id
    private int version;

    private String status;
    private String author;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    private String document;

    @Column(name = "created_at")
    private Instant createdAt;

    protected RulePackRow() {}

    static RulePackRow first(ShippedPack pack, String author, Instant now) {
        var row = draft(pack, 1, author, now);
        row.status = ACTIVE;
        row.effectiveFrom = pack.effectiveFrom();
        return row;
    }

    static RulePackRow draft(ShippedPack pack, int version, String author, Instant now) {
        var row = new RulePackRow();
        row.therapy = pack.therapy();
        row.version = version;
        row.status = DRAFT;
        row.author = author;
        row.document = pack.document();
        row.createdAt = now;
        return row;
    }

    boolean isOf(String asked) {
        return therapy.equals(asked);
    }

    boolean hasText(String text) {
        return document.equals(text);
    }

    boolean isActive() {
        return ACTIVE.equals(status);
    }

    String therapy() {
        return therapy;
    }

    int version() {
        return version;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    String document() {
        return document;
    }
}
