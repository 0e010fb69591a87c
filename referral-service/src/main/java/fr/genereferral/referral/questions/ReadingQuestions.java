package fr.genereferral.referral.questions;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Question;
import fr.genereferral.referral.Question.Message;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.ReferralRecords.EverythingAsked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is asked of the hospital, by the rules and by people; the words of people for those to whom they are said. */
@ApplicationScoped
class ReadingQuestions {
    private static final Function<Message, String> NO_WORDS = message -> null;

    private final ReferralRecords records;
    private final IdentityKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    ReadingQuestions(ReferralRecords records, IdentityKeys keys, ObjectMapper json, Clock clock) {
        this.records = records;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** @param wordsOf whose words this reader may read: they are free text, and may name the child */
    Uni<QuestionsRepresentation> read(UUID id, Predicate<Question> wordsOf, Access access) {
        return records.asked(id, access)
                .chain(asked -> hasWords(asked, wordsOf)
                        ? opened(id, asked, wordsOf, access)
                        : Uni.createFrom().item(represented(asked, NO_WORDS, wordsOf, access)))
                .onFailure(IdentityAltered.class)
                .recoverWithUni(altered -> records.refuse(altered, access));
    }

    private static boolean hasWords(EverythingAsked asked, Predicate<Question> wordsOf) {
        return asked.threads().all().stream()
                .filter(wordsOf)
                .flatMap(question -> question.messages().stream())
                .anyMatch(message -> message.words() != null);
    }

    /** With the identity its words are gone too; what was asked and answered stays. */
    private Uni<QuestionsRepresentation> opened(
            UUID id, EverythingAsked asked, Predicate<Question> wordsOf, Access access) {
        return keys.ifKept(id).map(seal -> {
            Function<Message, String> words =
                    message -> seal.map(key -> words(message, key)).orElse(null);
            return represented(asked, words, wordsOf, access);
        });
    }

    private QuestionsRepresentation represented(
            EverythingAsked asked, Function<Message, String> words, Predicate<Question> wordsOf, Access access) {
        var judgement = asked.judgement();
        var today = Paris.dayOf(clock.instant());
        return new QuestionsRepresentation(
                judgement.state().seenBy(access.rights()).name(),
                new OpenQuestions(judgement, json, today).all(),
                asked.threads().all().stream()
                        .map(question -> ThreadRepresentation.from(
                                question, question.state(asked.open()), wordsOf.test(question) ? words : NO_WORDS))
                        .toList(),
                asked.reminders().stream()
                        .map(QuestionsRepresentation.Reminded::of)
                        .toList());
    }

    private static String words(Message message, IdentitySeal seal) {
        return message.words() == null
                ? null
                : new String(seal.open(Message.place(message.id()), message.words()), StandardCharsets.UTF_8);
    }
}
