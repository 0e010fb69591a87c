package fr.genereferral.referral.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Question;
import fr.genereferral.referral.Question.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a hub or the coordinator has asked, and what was said of it since.
 *
 * @param fact code of the fact dictionary; absent where only words ask
 * @param askedBy for whom the one works who asks, and in which role
 * @param offer under which a hub asks; absent where the coordinator does
 * @param messages oldest first: the first asks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Thread")
record ThreadRepresentation(
        UUID id,
        String fact,
        String state,
        Speaker askedBy,
        UUID offer,
        Instant askedAt,
        Instant dueAt,
        List<Entry> messages) {

    /** Who speaks; no person is named, the audit knows. */
    @Schema(name = "Speaker")
    record Speaker(String organisation, String role) {
        private static Speaker of(Actor actor) {
            return new Speaker(actor.organisation(), actor.role());
        }
    }

    /**
     * @param text absent where there is none, it is not for this reader, or the identity is erased
     * @param dossierVersion of an answer: the version of the dossier in which it stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ThreadEntry")
    record Entry(UUID id, String kind, Speaker by, Instant at, String text, Integer dossierVersion) {}

    /** Without words: who has just written them knows them. */
    static ThreadRepresentation from(Question question, Question.State state) {
        return from(question, state, message -> null);
    }

    static ThreadRepresentation from(Question question, Question.State state, Function<Message, String> words) {
        return new ThreadRepresentation(
                question.id(),
                question.fact(),
                state.name(),
                Speaker.of(question.by()),
                question.offer(),
                question.askedAt(),
                question.dueAt(),
                question.messages().stream()
                        .map(message -> entry(message, words.apply(message)))
                        .toList());
    }

    private static Entry entry(Message message, String text) {
        return new Entry(
                message.id(),
                message.kind().name(),
                Speaker.of(message.by()),
                message.at(),
                text,
                message.dossierVersion());
    }
}
