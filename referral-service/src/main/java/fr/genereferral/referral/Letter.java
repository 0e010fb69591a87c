package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one hospital is written at once. No word about a child.
 *
 * @param organisation FINESS ET of the hospital
 */
public record Letter(String organisation, List<News> news) {
    public Letter {
        news = List.copyOf(news);
    }

    /**
     * One reminder.
     *
     * @param reminder names it for ever: it is sent once
     * @param reference of the referral, as it is said on the telephone
     * @param attempts how often it has been tried, this time included
     */
    public record News(
            long reminder, UUID referral, String reference, Reminder.Kind kind, Instant dueAt, int attempts) {}

    /** The news that were tried equally often, by how often: each has tries of its own, whatever else is in the letter. */
    public Map<Integer, Letter> byAttempts() {
        return news.stream()
                .collect(Collectors.groupingBy(
                        News::attempts,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), tried -> new Letter(organisation, tried))));
    }

    @Override
    public String toString() {
        return "Letter[organisation=" + organisation + ", news=" + news.size() + "]";
    }
}
