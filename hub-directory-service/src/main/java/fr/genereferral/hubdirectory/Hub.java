package fr.genereferral.hubdirectory;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A site that gives therapies, or a relay that follows up: what it may do, and since when. */
@Entity
@Table(name = "hub")
public class Hub {
    /** FINESS ET. */
    @Id
    private String id;

    private String name;
    private String city;

    @Enumerated(EnumType.STRING)
    private HubKind kind;

    private boolean open;

    @Column(name = "expected_wait_days")
    private Integer expectedWaitDays;

    private long version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "hub_id", nullable = false)
    private Set<Accreditation> accreditations = new HashSet<>();

    @Transient
    private final List<HubChanged> events = new ArrayList<>();

    protected Hub() {}

    Hub(HubName name, HubKind kind, boolean open, Integer expectedWaitDays) {
        this.id = name.id();
        this.name = name.name();
        this.city = name.city();
        this.kind = kind;
        this.open = open;
        this.expectedWaitDays = expectedWaitDays;
    }

    /** The first hard filter that keeps this hub out, if one does. */
    Optional<ExclusionReason> exclusion(String therapy, PatientFacts patient, LocalDate day) {
        if (kind == HubKind.RELAY) {
            return Optional.of(ExclusionReason.RELAY_ONLY);
        }
        if (!open) {
            return Optional.of(ExclusionReason.CLOSED);
        }
        var held = held(therapy, day);
        if (held.isEmpty()) {
            return Optional.of(ExclusionReason.NOT_ACCREDITED);
        }
        var ofAge = held.stream().filter(a -> a.band().coversAge(patient, day)).toList();
        if (ofAge.isEmpty()) {
            return Optional.of(ExclusionReason.AGE_OUT_OF_BAND);
        }
        var able = ofAge.stream().anyMatch(a -> a.band().coversWeight(patient));
        return able ? Optional.empty() : Optional.of(ExclusionReason.WEIGHT_OUT_OF_BAND);
    }

    /** Whether all that lets this hub take the patient is illustrative. */
    boolean isIllustrative(String therapy, PatientFacts patient, LocalDate day) {
        return held(therapy, day).stream()
                .filter(a -> a.band().coversAge(patient, day) && a.band().coversWeight(patient))
                .allMatch(Accreditation::illustrative);
    }

    public boolean isAccredited(String therapy, LocalDate day) {
        return kind == HubKind.HUB && open && !held(therapy, day).isEmpty();
    }

    /** From a day on this hub may give a therapy (again). */
    public void accredit(UUID accreditationId, Accreditation.Grant granted, String by, Instant at) {
        if (kind == HubKind.RELAY) {
            throw Refused.because("RELAY_NEVER_ACCREDITED");
        }
        var overlaps =
                accreditations.stream().anyMatch(a -> a.isFor(granted.therapy()) && a.lastsBeyond(granted.from()));
        if (overlaps) {
            throw Refused.because("ALREADY_ACCREDITED");
        }
        accreditations.add(new Accreditation(accreditationId, granted, by, at));
        note(HubChanged.Change.ACCREDITED, granted.therapy(), granted.from());
    }

    /** From a day on, perhaps one in the past, this hub may not give a therapy any longer. */
    public void endAccreditation(
            String therapy, LocalDate endsOn, Accreditation.EndReason reason, String by, Instant at) {
        var lasting = accreditations.stream()
                .filter(a -> a.isFor(therapy) && a.lastsBeyond(endsOn))
                .toList();
        if (lasting.isEmpty()) {
            throw Refused.because("NOT_ACCREDITED");
        }
        lasting.forEach(a -> a.end(endsOn, reason, by, at));
        note(HubChanged.Change.ACCREDITATION_ENDED, therapy, endsOn);
    }

    /** Whom it may take, for this therapy on this day. */
    Stream<Band> bands(String therapy, LocalDate day) {
        return held(therapy, day).stream().map(Accreditation::band);
    }

    private List<Accreditation> held(String therapy, LocalDate day) {
        return accreditations.stream()
                .filter(a -> a.isFor(therapy) && a.holdsOn(day))
                .toList();
    }

    private void note(HubChanged.Change change, String therapy, LocalDate effectiveOn) {
        version++;
        events.add(new HubChanged(id, version, change, therapy, effectiveOn));
    }

    /** Hands over what has happened since the last call, for the port to store with the row. */
    public List<HubChanged> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    public String id() {
        return id;
    }

    public HubName hubName() {
        return new HubName(id, name, city);
    }

    public HubKind kind() {
        return kind;
    }

    public boolean open() {
        return open;
    }

    public Optional<Integer> expectedWaitDays() {
        return Optional.ofNullable(expectedWaitDays);
    }

    public long version() {
        return version;
    }

    /** In a stable order: by therapy, then by date. */
    public List<Accreditation> accreditations() {
        return accreditations.stream()
                .sorted(Comparator.comparing(Accreditation::therapy)
                        .thenComparing(Accreditation::validFrom)
                        .thenComparing(Accreditation::id))
                .toList();
    }
}
