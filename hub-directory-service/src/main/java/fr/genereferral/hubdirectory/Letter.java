package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

    /** The most that one of its news was tried. */
    public int attempts() {
        return news.stream().mapToInt(News::attempts).max().orElse(0);
    }

    @Override
    public String toString() {
        return "Letter[hub=" + hub + ", news=" + news.size() + "]";
    }
}
