package fr.genereferral.referral.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.statistics.CountingAgedOut.Loss;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many children have grown out of a therapy while they waited, by therapy and year.
 *
 * @param fewerThan no number under this one is told, save that a month which is not named has none
 * @param text what is counted, and what is not
 */
@Schema(name = "AgedOut")
record AgedOutRepresentation(long fewerThan, AgedOutTexts.Label text, List<Item> items) {

    /**
     * A therapy in a year.
     *
     * @param children null where it is not told
     * @param months those in which there was one
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AgedOutYear")
    record Item(
            String therapy,
            int year,
            @Schema(nullable = true) Long children,
            List<Month> months) {}

    /** @param children null where it is not told */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AgedOutMonth")
    record Month(String month, @Schema(nullable = true) Long children) {}

    private record TherapyYear(String therapy, int year) implements Comparable<TherapyYear> {
        static TherapyYear of(Loss loss) {
            return new TherapyYear(loss.therapy(), loss.on().getYear());
        }

        @Override
        public int compareTo(TherapyYear other) {
            var first = therapy.compareTo(other.therapy);
            return first == 0 ? Integer.compare(year, other.year) : first;
        }
    }

    /** @param least the smallest number that is told */
    static AgedOutRepresentation of(List<Loss> losses, long least, AgedOutTexts texts) {
        var years = losses.stream().collect(Collectors.groupingBy(TherapyYear::of, TreeMap::new, Collectors.toList()));
        return new AgedOutRepresentation(
                least,
                texts.counted(),
                years.entrySet().stream()
                        .map(entry -> item(entry.getKey(), entry.getValue(), least))
                        .toList());
    }

    private static Item item(TherapyYear key, List<Loss> losses, long least) {
        Map<YearMonth, Long> months = losses.stream()
                .collect(Collectors.groupingBy(loss -> YearMonth.from(loss.on()), TreeMap::new, Collectors.counting()));
        var told = new ToldOfAYear(List.copyOf(months.values()), least);
        return new Item(
                key.therapy(),
                key.year(),
                told.year().orElse(null),
                months.entrySet().stream()
                        .map(month -> new Month(
                                month.getKey().toString(),
                                told.month(month.getValue()).orElse(null)))
                        .toList());
    }
}
