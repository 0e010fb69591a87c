package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one hub is written at once. No word about a child.
 *
 * @param address of the hub, as the directory has it
 */
public record Letter(String hub, String hubName, String address, List<News> news) {

    /**
     * What has happened to one offer.
     *
     * @param notice names it for ever: it is sent once
     * @param dueAt null once no answer is asked for
     * @param attempts how often it has been tried, this time included
     */
    public record News(long notice, UUID offer, NoticeKind kind, Instant dueAt, int attempts) {}

    /** The news that were tried equally often, by how often: each has tries of its own, whatever else is in the letter. */
    public Map<Integer, Letter> byAttempts() {
        return news.stream()
                .collect(Collectors.groupingBy(
                        News::attempts,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(), tried -> new Letter(hub, hubName, address, tried))));
    }

    @Override
    public String toString() {
        return "Letter[hub=" + hub + ", news=" + news.size() + "]";
    }
}
