package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

    /** The most that one of its news was tried. */
    public int attempts() {
        return news.stream().mapToInt(News::attempts).max().orElse(0);
    }

    @Override
    public String toString() {
        return "Letter[organisation=" + organisation + ", news=" + news.size() + "]";
    }
}
