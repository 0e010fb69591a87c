package fr.genereferral.hubdirectory.mail;

import fr.genereferral.hubdirectory.Letter;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands a letter to the mail server. */
@ApplicationScoped
class Post {
    /** Not the letter is refused but we are, or the server has no time: it is as if it were away. */
    private static final Set<Integer> NOT_FOR_US = Set.of(421, 454, 530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final Wording wording;
    private final MailConfig config;

    Post(ReactiveMailer mailer, Wording wording, MailConfig config) {
        this.mailer = mailer;
        this.wording = wording;
        this.config = config;
    }

    /** What has become of it. */
    enum Outcome {
        SENT,
        REFUSED,
        /** Nobody was there, or nobody who would take anything. */
        NOBODY
    }

    Uni<Outcome> send(Letter letter) {
        return wording.text(letter)
                .map(text -> Mail.withText(letter.address(), wording.subject(letter), text)
                        .setFrom(config.from())
                        .addHeader(
                                "Message-ID",
                                "<" + name(letter) + "@" + config.link().getHost() + ">")
                        .addHeader("Auto-Submitted", "auto-generated"))
                .chain(mail -> mailer.send(mail))
                .ifNoItem()
                .after(config.limit())
                .fail()
                .replaceWith(Outcome.SENT)
                .onFailure()
                .recoverWithItem(Post::judged);
    }

    /** The same for the same news: what is sent again after a crash can be known by it. */
    private static UUID name(Letter letter) {
        var news =
                letter.news().stream().map(one -> String.valueOf(one.notice())).collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes((letter.hub() + "/" + news).getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome judged(Throwable failure) {
        return failure instanceof SMTPException refusal && !NOT_FOR_US.contains(refusal.getReplyCode())
                ? Outcome.REFUSED
                : Outcome.NOBODY;
    }
}
