package fr.genereferral.referral.reminders;

import fr.genereferral.referral.Letter;
import fr.genereferral.referral.Letter.News;
import fr.genereferral.referral.Reminder.Kind;
import fr.genereferral.referral.web.Texts;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The words of a letter, French first: the referral by its reference, what waits, and until when. */
@ApplicationScoped
class Wording {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** The first of a month is the only day that is not said by its number alone. */
    static final DateTimeFormatter FRENCH = new DateTimeFormatterBuilder()
            .appendPattern("EEEE ")
            .appendText(
                    ChronoField.DAY_OF_MONTH,
                    LongStream.rangeClosed(1, 31)
                            .boxed()
                            .collect(Collectors.toMap(day -> day, day -> day == 1 ? "1er" : String.valueOf(day))))
            .appendPattern(" MMMM yyyy 'à' HH:mm")
            .toFormatter(Locale.FRENCH)
            .withZone(PARIS);

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH)
            .withZone(PARIS);

    private final Template template;
    private final Link link;

    Wording(@Location("reminder.txt") Template template, MailConfig config) {
        this.template = template;
        this.link = new Link(config.link());
    }

    /** One reminder, in one language. */
    record Line(String news, String reference, String due, String href) {}

    String subject(Letter letter) {
        var many = letter.news().size();
        var key = many > 1 ? "reminder.subject" : key(letter.news().get(0).kind());
        return in("fr", key, many) + " / " + in("en", key, many);
    }

    Uni<String> text(Letter letter) {
        return template.data("french", lines(letter, "fr", FRENCH))
                .data("english", lines(letter, "en", ENGLISH))
                .createUni();
    }

    private List<Line> lines(Letter letter, String language, DateTimeFormatter form) {
        return letter.news().stream()
                .map(news -> new Line(
                        in(language, key(news.kind())),
                        news.reference(),
                        due(news, language, form),
                        link.to("/v1/referrals/" + news.referral() + "/questions")))
                .toList();
    }

    private static String due(News news, String language, DateTimeFormatter form) {
        var key = news.kind() == Kind.DEFERRAL ? "reminder.ended" : "reminder.due";
        return in(language, key, form.format(news.dueAt()) + " (" + PARIS.getId() + ")");
    }

    private static String key(Kind kind) {
        return "reminder." + kind;
    }

    private static String in(String language, String key, Object... values) {
        return MessageFormat.format(Texts.in(language).of(key, key), values);
    }
}
