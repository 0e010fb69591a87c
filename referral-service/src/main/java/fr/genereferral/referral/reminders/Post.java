package fr.genereferral.referral.reminders;

import fr.genereferral.referral.Letter;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands a letter to the mail server. */
@ApplicationScoped
class Post {
    /** Not the letter is refused but we are, or the server has no time: it is as if it were away. */
    private static final Set<Integer> NOT_FOR_US = Set.of(421, 454, 530, 534, 535, 538);
    /**
     * What the mail client says when the letter is refused: by who gets it, or by what is in it. Everything else (greeting,
     * HELO, sender, DATA) is said to us, whatever letter it is.
     */
    private static final List<String> OF_THE_LETTER =
            List.of("recipient address not accepted", "no recipient addresses were accepted", "sending data failed");

    private final ReactiveMailer mailer;
    private final Wording wording;
    private final Addresses addresses;
    private final MailConfig config;

    Post(ReactiveMailer mailer, Wording wording, Addresses addresses, MailConfig config) {
        this.mailer = mailer;
        this.wording = wording;
        this.addresses = addresses;
        this.config = config;
    }

    /** What has become of it. */
    enum Outcome {
        SENT,
        REFUSED,
        /** Somebody was there, but does not take this one now: a full mailbox, or one that lets strangers come twice. */
        NOT_NOW,
        /** Nobody was there, or nobody who would take anything. */
        NOBODY
    }

    Uni<Outcome> send(Letter letter) {
        return wording.text(letter)
                .map(text -> Mail.withText(addresses.of(letter.organisation()), wording.subject(letter), text)
                        .setFrom(config.from())
                        .addHeader("Message-ID", "<" + name(letter) + "@" + new Link(config.link()).host() + ">")
                        .addHeader("Auto-Submitted", "auto-generated"))
                .chain(mail -> mailer.send(mail))
                .ifNoItem()
                .after(config.limit())
                .fail()
                .replaceWith(Outcome.SENT)
                .onFailure()
                .recoverWithItem(Post::judged);
    }

    /** The same for the same news: what is sent again after a crash can be known by it, unless more has come to it. */
    private static UUID name(Letter letter) {
        var news = letter.news().stream()
                .map(one -> String.valueOf(one.reminder()))
                .collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes((letter.organisation() + "/" + news).getBytes(StandardCharsets.UTF_8));
    }

    /** Only what is refused for good, and for what it is, counts against a letter. */
    static Outcome judged(Throwable failure) {
        if (!(failure instanceof SMTPException refusal) || isAboutUs(refusal)) {
            return Outcome.NOBODY;
        }
        return refusal.isTransient() ? Outcome.NOT_NOW : Outcome.REFUSED;
    }

    /** A server that relays nothing for us says so of each recipient. */
    private static boolean isAboutUs(SMTPException refusal) {
        var said = refusal.getMessage();
        return NOT_FOR_US.contains(refusal.getReplyCode())
                || OF_THE_LETTER.stream().noneMatch(said::startsWith)
                || said.toLowerCase(Locale.ROOT).contains("relay");
    }
}
