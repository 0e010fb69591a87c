package fr.genereferral.referral.web;

import fr.genereferral.referral.DatedRow;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Refused.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The codes that people choose from, as dated data ({@code codes.csv}) with their sources. */
@ApplicationScoped
public class CodeCatalogue {
    private final List<DatedRow<Code>> rows = DatedRow.read("/codes.csv", Code::of);
    private final Clock clock;

    /** What a code is chosen for. */
    public enum Kind {
        WITHDRAWAL,
        CANCELLATION_REFUSAL,
        REFUSAL_WITHOUT_CONSENT,
        REFUSAL_AFTER_DEATH,
        MEETING,
        FUNCTION,
        NOT_TREATED,
        DOCUMENT_REMOVAL,
        IDENTITY_CORRECTION,
        MERGE,
        MERGE_UNDOING;

        /** How the keys of its words begin. */
        public String words() {
            return this == FUNCTION ? "function" : "reason";
        }
    }

    /** One that may be chosen while it is in force. */
    public record Code(Kind kind, String code) {
        private static Code of(List<String> cells) {
            return new Code(Kind.valueOf(cells.get(0).toUpperCase(Locale.ROOT).replace('-', '_')), cells.get(1));
        }
    }

    CodeCatalogue(Clock clock) {
        this.clock = clock;
    }

    /** In the order of the file. */
    public List<DatedRow<Code>> all() {
        return rows;
    }

    /** What may be chosen today, in Paris. */
    public List<String> of(Kind kind) {
        var today = Paris.dayOf(clock.instant());
        return rows.stream()
                .filter(row -> row.value().kind() == kind && row.holdsOn(today))
                .map(row -> row.value().code())
                .toList();
    }

    /** Why a hub may refuse to stop today. */
    public List<String> refusalsOf(String withdrawalReason) {
        return of(
                switch (withdrawalReason) {
                    case "CONSENT_WITHDRAWN" -> Kind.REFUSAL_WITHOUT_CONSENT;
                    case "DECEASED" -> Kind.REFUSAL_AFTER_DEATH;
                    default -> Kind.CANCELLATION_REFUSAL;
                });
    }

    /** Nothing, or what is wrong with a choice. */
    public List<Violation> violations(Kind kind, String chosen, String pointer) {
        var allowed = of(kind);
        return allowed.contains(chosen)
                ? List.of()
                : List.of(new Violation(pointer, "VALUE_NOT_ALLOWED", String.join(", ", allowed)));
    }
}
