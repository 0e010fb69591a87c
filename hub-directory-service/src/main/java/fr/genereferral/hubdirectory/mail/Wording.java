package fr.genereferral.hubdirectory.mail;

import fr.genereferral.hubdirectory.Letter;
import fr.genereferral.hubdirectory.NoticeKind;
import fr.genereferral.hubdirectory.SiteZone;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The words of a letter, French first: the hub, its offers by their ids, and until when they wait, in the hub's own time. */
@ApplicationScoped
class Wording {
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'à' HH:mm", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Template template;
    private final Link link;

    Wording(@Location("letter.txt") Template template, MailConfig config) {
        this.template = template;
        this.link = new Link(config.link());
    }

    /** One offer, in one language. */
    record Line(String news, String offer, String due, String href) {}

    /** What has happened, in two languages. */
    private record Words(String french, String english) {
        static Words of(NoticeKind kind) {
            return switch (kind) {
                case ARRIVED -> new Words("Une proposition attend votre réponse", "An offer waits for your answer");
                case REMINDED ->
                    new Words(
                            "Rappel : une proposition attend votre réponse",
                            "Reminder: an offer waits for your answer");
                case EXPIRED ->
                    new Words(
                            "Le délai de réponse est passé : la recherche d'un centre continue",
                            "The time to answer has passed: the search for a hub goes on");
                case CHANGED -> new Words("Une proposition a changé", "An offer has changed");
            };
        }
    }

    String subject(Letter letter) {
        var many = letter.news().size();
        if (many > 1) {
            return many + " nouvelles de vos propositions / News of " + many + " of your offers";
        }
        var words = Words.of(letter.news().get(0).kind());
        return words.french() + " / " + words.english();
    }

    Uni<String> text(Letter letter) {
        var zone = SiteZone.of(letter.hub());
        return template.data("hub", letter.hubName())
                .data("zone", zone.getId())
                .data("french", lines(letter, true, zone))
                .data("english", lines(letter, false, zone))
                .data("setting", link.to("/v1/hubs/" + letter.hub() + "/mail-setting"))
                .createUni();
    }

    private List<Line> lines(Letter letter, boolean isFrench, ZoneId zone) {
        return letter.news().stream()
                .map(news -> {
                    var words = Words.of(news.kind());
                    return new Line(
                            isFrench ? words.french() : words.english(),
                            news.offer().toString(),
                            due(news.dueAt(), (isFrench ? FRENCH : ENGLISH).withZone(zone)),
                            link.to("/v1/offers/" + news.offer()));
                })
                .toList();
    }

    private static String due(Instant due, DateTimeFormatter form) {
        return due == null ? null : form.format(due);
    }
}
