package fr.genereferral.referral.web;

import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Refused.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The codes that people choose from, as dated data ({@code codes.csv}) with their sources. */
@ApplicationScoped
public class CodeCatalogue {
    private static final String HEAD = "kind,";

    private final List<Entry> entries;
    private final Clock clock;

    /** What a code is chosen for. */
    public enum Kind {
        WITHDRAWAL,
        CANCELLATION_REFUSAL,
        REFUSAL_WITHOUT_CONSENT,
        REFUSAL_AFTER_DEATH,
        MEETING,
        FUNCTION,
        NOT_TREATED;

        /** How the keys of its words begin. */
        public String words() {
            return this == FUNCTION ? "function" : "reason";
        }
    }

    /**
     * One code.
     *
     * @param from first day on which it may be chosen
     * @param until last one; null while none is known
     * @param source where it comes from
     */
    public record Entry(Kind kind, String code, LocalDate from, LocalDate until, String source) {
        private static Entry of(String line) {
            var cells = line.split(",", -1);
            return new Entry(
                    Kind.valueOf(cells[0].toUpperCase(Locale.ROOT).replace('-', '_')),
                    cells[1],
                    LocalDate.parse(cells[2]),
                    cells[3].isEmpty() ? null : LocalDate.parse(cells[3]),
                    cells[4]);
        }

        private boolean isChosenOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    CodeCatalogue(Clock clock) {
        this.clock = clock;
        try (var file = new BufferedReader(
                new InputStreamReader(CodeCatalogue.class.getResourceAsStream("/codes.csv"), StandardCharsets.UTF_8))) {
            entries = file.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith(HEAD))
                    .map(Entry::of)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("codes.csv does not read", e);
        }
    }

    /** In the order of the file. */
    public List<Entry> all() {
        return entries;
    }

    /** What may be chosen today, in Paris. */
    public List<String> of(Kind kind) {
        var today = Paris.dayOf(clock.instant());
        return entries.stream()
                .filter(entry -> entry.kind() == kind && entry.isChosenOn(today))
                .map(Entry::code)
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
