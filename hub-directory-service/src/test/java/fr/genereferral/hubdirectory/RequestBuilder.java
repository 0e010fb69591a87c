package fr.genereferral.hubdirectory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A routing request in the words of the domain: an infant for ONA-IV, unless a test says otherwise. */
public final class RequestBuilder {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private UUID referral = UUID.fromString("0193a5c0-7b1e-7c3a-9d52-3f1f0a6b7c11");

    private int number = 1;
    private String therapy = "ONA-IV";
    private LocalDate birthDate = TODAY.minusMonths(4);
    private Urgency urgency = Urgency.ROUTINE;
    private BigDecimal weightKg = new BigDecimal("5.8");
    private String hospital = DirectoryFixtures.NECKER;
    private String residence;
    private String followedBy;
    private String preferred;
    private List<String> declined = List.of();
    private LocalDate eligibleUntil;

    private RequestBuilder() {}

    public static RequestBuilder aRequest() {
        return new RequestBuilder();
    }

    public RequestBuilder of(String referralId) {
        referral = UUID.fromString(referralId);
        return this;
    }

    public RequestBuilder number(int routing) {
        number = routing;
        return this;
    }

    public RequestBuilder forTherapy(String wanted) {
        therapy = wanted;
        return this;
    }

    public RequestBuilder bornOn(LocalDate date) {
        birthDate = date;
        return this;
    }

    public RequestBuilder weighing(String kilograms) {
        weightKg = kilograms == null ? null : new BigDecimal(kilograms);
        return this;
    }

    public RequestBuilder referredBy(String finess) {
        hospital = finess;
        return this;
    }

    public RequestBuilder livingIn(String departement) {
        residence = departement;
        return this;
    }

    public RequestBuilder followedBy(String finess) {
        followedBy = finess;
        return this;
    }

    public RequestBuilder preferring(String hub) {
        preferred = hub;
        return this;
    }

    public RequestBuilder declining(String... hubs) {
        declined = List.of(hubs);
        return this;
    }

    public RequestBuilder eligibleUntil(LocalDate day) {
        eligibleUntil = day;
        return this;
    }

    public RequestBuilder urgency(Urgency derived) {
        urgency = derived;
        return this;
    }

    public RoutingRequest build() {
        return new RoutingRequest(
                referral,
                number,
                new RoutingRequest.Asked(therapy, 1, "ELIGIBLE", List.of(), List.of()),
                new PatientFacts(birthDate, weightKg),
                urgency,
                eligibleUntil,
                new RoutingRequest.Background(
                        hospital, residence, followedBy, new RoutingRequest.Wishes(preferred, declined)),
                NOW);
    }
}
