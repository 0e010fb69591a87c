package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.Accreditation.EndReason;
import fr.genereferral.hubdirectory.Accreditations.Step;
import fr.genereferral.hubdirectory.EntryChange.Hand;
import fr.genereferral.hubdirectory.HubChanged.Change;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A site that gives therapies, or a relay that follows up: what it may do, and since when. */
@Entity
@Table(name = "hub")
public class Hub {
    /** FINESS ET; abroad the country and a code of its own. */
    @Id
    private String id;

    private String name;
    private String city;

    @Enumerated(EnumType.STRING)
    private HubKind kind;

    private boolean open;

    @Column(name = "expected_wait_days")
    private Integer expectedWaitDays;

    @Embedded
    private HubProfile profile;

    private long version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "hub_id", nullable = false)
    private Set<Accreditation> accreditations = new HashSet<>();

    @Transient
    private final HubNews news = HubNews.none();

    protected Hub() {}

    Hub(HubName name, HubKind kind, boolean open, Integer expectedWaitDays) {
        this.id = name.id();
        this.name = name.name();
        this.city = name.city();
        this.kind = kind;
        this.open = open;
        this.expectedWaitDays = expectedWaitDays;
    }

    /** A new entry. Its kind is never changed: what a relay may do and what a hub may do have nothing in common. */
    public static Hub register(String id, HubEdit entry, Hand hand) {
        return register(id, entry, Optional.empty(), hand);
    }

    /** @param location empty where the atlas knows the site, or nobody does */
    public static Hub register(String id, HubEdit entry, Optional<HubLocation> location, Hand hand) {
        var values = entry.wanted();
        var kind = HubKind.valueOf(values.get(HubField.KIND));
        var hub = new Hub(new HubName(id, null, null), kind, true, null);
        hub.set(values);
        var fields = new ArrayList<>(FieldChange.between(new EnumMap<>(HubField.class), values));
        location.map(HubLocation::values).map(FieldChange::first).ifPresent(fields::addAll);
        hub.note(new Step(Change.REGISTERED, null, entry.effectiveOn(), fields), hand);
        return hub;
    }

    /** Changes what the edit names and what is not so already; opening and closing are news of their own. */
    public void edit(HubEdit edit, Hand hand) {
        edit.mustBeFor(version);
        var changes = FieldChange.between(values(), edit.wanted());
        set(edit.wanted());
        var gate = changes.stream()
                .filter(c -> c.field().equals(HubField.OPEN.json()))
                .toList();
        if (!gate.isEmpty()) {
            note(new Step(open ? Change.OPENED : Change.CLOSED, null, edit.effectiveOn(), gate), hand);
        }
        if (changes.size() > gate.size()) {
            var others = changes.stream().filter(c -> !gate.contains(c)).toList();
            note(new Step(Change.REGISTERED, null, edit.effectiveOn(), others), hand);
        }
    }

    private void set(Map<HubField, String> wanted) {
        var all = values();
        all.putAll(wanted);
        name = all.get(HubField.NAME);
        city = all.get(HubField.CITY);
        open = Boolean.parseBoolean(all.get(HubField.OPEN));
        profile = HubProfile.of(all);
    }

    /** Every field; null for one that is not known. */
    public Map<HubField, String> values() {
        var values =
                Optional.ofNullable(profile).map(HubProfile::values).orElseGet(() -> new EnumMap<>(HubField.class));
        values.put(HubField.NAME, name);
        values.put(HubField.CITY, city);
        values.put(HubField.KIND, kind.name());
        values.put(HubField.OPEN, Boolean.toString(open));
        return values;
    }

    /** The first hard filter that keeps this hub out, if one does. */
    Optional<ExclusionReason> exclusion(String therapy, PatientFacts patient, LocalDate day) {
        if (kind == HubKind.RELAY) {
            return Optional.of(ExclusionReason.RELAY_ONLY);
        }
        return open ? held().exclusion(therapy, patient, day) : Optional.of(ExclusionReason.CLOSED);
    }

    /** Whether all that lets this hub take the patient is illustrative. */
    boolean isIllustrative(String therapy, PatientFacts patient, LocalDate day) {
        return held().areIllustrative(therapy, patient, day);
    }

    /** Whether no hard filter keeps this patient from it. */
    public boolean mayTake(String therapy, PatientFacts patient, LocalDate day) {
        return exclusion(therapy, patient, day).isEmpty();
    }

    /** From a day on this hub may give a therapy (again). */
    public void accredit(UUID accreditationId, Accreditation.Grant granted, String by, Instant at) {
        accredit(accreditationId, granted, null, new Hand(by, at));
    }

    /** @param end null while none is known */
    void accredit(UUID accreditationId, Accreditation.Grant granted, Accreditation.End end, Hand hand) {
        if (kind == HubKind.RELAY) {
            throw Refused.because("RELAY_NEVER_ACCREDITED");
        }
        note(held().grant(accreditationId, granted, end == null ? null : end.on(), hand), hand);
        if (end != null) {
            end(held().named(accreditationId), end, hand);
        }
    }

    /**
     * What was said of an accreditation was wrong from the beginning.
     *
     * @param end null where the known one stays
     */
    void correct(Accreditation wrong, UUID id, Accreditation.Grant right, Accreditation.End end, Hand hand) {
        var other = Optional.ofNullable(end).filter(said -> !wrong.ends(said));
        var ended = other.map(said -> held().endOf(wrong, said));
        note(held().correct(wrong, id, right, other.or(wrong::ended), hand), hand);
        ended.ifPresent(step -> note(step, hand));
    }

    /** From a day on, perhaps one in the past, this hub may not give a therapy any longer. */
    public void endAccreditation(String therapy, LocalDate endsOn, EndReason reason, String by, Instant at) {
        var hand = new Hand(by, at);
        note(held().end(therapy, new Accreditation.End(endsOn, reason), hand), hand);
    }

    /** The same for one of its accreditations. */
    void end(Accreditation one, Accreditation.End end, Hand hand) {
        note(held().end(one, end, hand), hand);
    }

    /** Whom it may take, for this therapy on this day. */
    Stream<Band> bands(String therapy, LocalDate day) {
        return held().bands(therapy, day);
    }

    /** The bounds by which it may take the patient; open where nothing was said of bounds. */
    public Band bandFor(String therapy, PatientFacts patient, LocalDate day) {
        return bands(therapy, day)
                .filter(band -> band.coversAge(patient, day) && band.coversWeight(patient))
                .min(Comparator.comparing(Band::toString))
                .orElseGet(Band::open);
    }

    /** Somebody attests that a team is trained for what the hub is accredited for. */
    public void attestTeam(UUID accreditation, TeamEvidence evidence, Hand hand) {
        var therapy = held().named(accreditation).therapy();
        news.teams().add(evidence);
        note(new Step(Change.REGISTERED, therapy, evidence.since(), evidence.fields()), hand);
    }

    /** Somebody says what the hub can do, or that it rests. */
    public void tell(CapacityWord word, Hand hand) {
        if (kind == HubKind.RELAY) {
            throw Refused.because("RELAY_NEVER_ACCREDITED");
        }
        news.capacity().add(word);
        note(new Step(Change.REGISTERED, word.therapy(), word.effectiveOn(), FieldChange.first(word.values())), hand);
    }

    Optional<Accreditation> beginning(Accreditation.Grant like, Accreditation.End end) {
        return held().beginning(like, end);
    }

    private Accreditations held() {
        return new Accreditations(accreditations, news);
    }

    private void note(Step step, Hand hand) {
        version++;
        var names = step.fields().stream().map(FieldChange::field).distinct().toList();
        var event = new HubChanged(id, version, step.change(), step.therapy(), step.effectiveOn(), names);
        news.changes().add(new EntryChange(event, step.fields(), hand));
    }

    List<EntryChange> noted() {
        return news.changes();
    }

    /** Hands over what has happened since the last call, for the port to store with the row. */
    public HubNews takeNews() {
        return news.taken();
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

    public List<Accreditation> accreditations() {
        return held().sorted();
    }
}
