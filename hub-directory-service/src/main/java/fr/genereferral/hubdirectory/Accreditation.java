package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.EntryChange.Hand;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** That a hub may give a therapy, to whom and when. Both dates are kept: since when it is true, since when it is known. */
@Entity
@Table(name = "accreditation")
public class Accreditation {
    @Id
    private UUID id;

    private String therapy;

    @Embedded
    private Band band;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    /** The first day without it. */
    @Column(name = "ends_on")
    private LocalDate endsOn;

    /** Plausible or made up for the demonstration: never shown without saying so. */
    private boolean illustrative;

    private String source;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private EndReason endReason;

    @Column(name = "end_recorded_at")
    private Instant endRecordedAt;

    @Column(name = "end_recorded_by")
    private String endRecordedBy;

    /** Why an accreditation has ended. */
    public enum EndReason {
        WITHDRAWN_BY_AUTHORITY,
        CAPABILITY_LOST,
        STAFF,
        GIVEN_UP_BY_HUB,
        RECORDED_IN_ERROR
    }

    /** The first day without it, and why. */
    public record End(LocalDate on, EndReason reason) {}

    /**
     * What a coordinator grants.
     *
     * @param illustrative null, as a source, where a row of a file does not say
     */
    public record Grant(String therapy, Band band, LocalDate from, Boolean illustrative, String source) {
        public static final String UNSOURCED = "saisi par la coordination nationale, sans référence";

        /** What a row does not say stays as it is known. */
        Grant over(Grant known) {
            return new Grant(
                    therapy,
                    band.over(known.band),
                    from,
                    illustrative == null ? known.illustrative : illustrative,
                    source == null ? known.source : source);
        }

        /** Where nothing is known yet. */
        Grant whole() {
            return over(new Grant(therapy, Band.open(), from, false, UNSOURCED));
        }

        /** By name, for the history. */
        Map<String, Object> values() {
            var values = new LinkedHashMap<String, Object>();
            values.put("fromAgeYears", band.fromAgeYears());
            values.put("underAgeYears", band.underAgeYears());
            values.put("fromWeightKg", band.fromWeightKg());
            values.put("toWeightKg", band.toWeightKg());
            values.put("from", from);
            values.put("illustrative", illustrative);
            values.put("source", source);
            return values;
        }
    }

    protected Accreditation() {}

    Accreditation(UUID id, Grant granted, String by, Instant at) {
        this.id = id;
        this.therapy = granted.therapy();
        this.band = granted.band();
        this.validFrom = granted.from();
        this.illustrative = granted.illustrative();
        this.source = granted.source();
        this.recordedBy = by;
        this.recordedAt = at;
    }

    boolean isFor(String wanted) {
        return therapy.equals(wanted);
    }

    boolean beginsAs(Accreditation other) {
        return isFor(other.therapy) && validFrom.equals(other.validFrom);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && lastsBeyond(day);
    }

    /** Whether it lets its hub take this patient for this therapy that day. */
    boolean covers(String wanted, PatientFacts patient, LocalDate day) {
        return isFor(wanted) && holdsOn(day) && band().coversAge(patient, day) && band().coversWeight(patient);
    }

    boolean lastsBeyond(LocalDate day) {
        return endsOn == null || endsOn.isAfter(day);
    }

    /** Whether it covers a day between these; a period that ends on its first day has none. */
    boolean overlaps(LocalDate from, LocalDate end) {
        var isBefore = end != null && !validFrom.isBefore(end);
        return lastsBeyond(from) && lastsBeyond(validFrom) && !isBefore && !from.equals(end);
    }

    /** It has never been, whoever said so. */
    boolean isVoid() {
        return endReason == EndReason.RECORDED_IN_ERROR && !lastsBeyond(validFrom);
    }

    /** Whether its end, and why, is known already. */
    boolean ends(End said) {
        return ended().filter(said::equals).isPresent();
    }

    Optional<End> ended() {
        return Optional.ofNullable(endsOn).map(on -> new End(on, endReason));
    }

    AccreditationEnd end(End end, Hand hand) {
        endsOn = end.on();
        endReason = end.reason();
        endRecordedBy = hand.by();
        endRecordedAt = hand.at();
        return new AccreditationEnd(id, end, hand);
    }

    Grant granted() {
        return new Grant(therapy, band(), validFrom, illustrative, source);
    }

    boolean says(Grant other) {
        return differences(other).isEmpty();
    }

    /** What the other would say instead. */
    List<FieldChange> differences(Grant other) {
        var wanted = other.values();
        return granted().values().entrySet().stream()
                .map(old -> new FieldChange(old.getKey(), plain(old.getValue()), plain(wanted.get(old.getKey()))))
                .filter(change -> !Objects.equals(change.from(), change.to()))
                .toList();
    }

    /** A weight is the same with and without a last zero. */
    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : text(value);
    }

    Stream<FieldChange> changesAtEnd(End end) {
        return Stream.of(
                        new FieldChange("endsOn", text(endsOn), text(end.on())),
                        new FieldChange("endReason", text(endReason), text(end.reason())))
                .filter(change -> !Objects.equals(change.from(), change.to()));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** The same accreditation with the last of these words on its end, or none: a copy, as it was known once. */
    Accreditation with(List<AccreditationEnd> known) {
        var then = new Accreditation(id, granted(), recordedBy, recordedAt);
        known.stream().max(AccreditationEnd.BY_TIME).ifPresent(last -> last.applyTo(then));
        return then;
    }

    public UUID id() {
        return id;
    }

    public String therapy() {
        return therapy;
    }

    public Band band() {
        return band == null ? Band.open() : band;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public EndReason endReason() {
        return endReason;
    }

    public boolean illustrative() {
        return illustrative;
    }

    public String source() {
        return source;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public String endRecordedBy() {
        return endRecordedBy;
    }

    public Instant endRecordedAt() {
        return endRecordedAt;
    }
}
