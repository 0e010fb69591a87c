package fr.genereferral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a hub or the coordinator has asked of the hospital, and what was said of it since: the first message asks, one at
 * most ends it. Nothing of it is ever changed.
 *
 * @param fact code of the fact dictionary; null where only words ask
 * @param offer under which a hub asks; null where the coordinator does
 * @param dueAt until when the hospital is asked to answer
 * @param messages oldest first
 */
public record Question(UUID id, String fact, UUID offer, Instant dueAt, List<Message> messages) {

    /** What a message does. */
    public enum Kind {
        ASKED,
        SAID,
        ANSWERED,
        TAKEN_BACK;

        boolean isEnd() {
            return this == ANSWERED || this == TAKEN_BACK;
        }
    }

    /** Where a question stands. */
    public enum State {
        OPEN,
        ANSWERED,
        TAKEN_BACK,
        /** Nobody waits for an answer any more: whoever asked has left, or the referral has ended. */
        LAPSED
    }

    /**
     * One message.
     *
     * @param words sealed under the referral's key; null where there are none
     * @param dossierVersion the version of the dossier in which an answer stands; null where it stands in none
     * @param request by which it came; null where it cannot be repeated
     */
    public record Message(
            UUID id, Kind kind, byte[] words, Integer dossierVersion, Instant at, Actor by, IdempotencyKey request) {

        public Message {
            words = words == null ? null : words.clone();
        }

        /** Where its words belong: sealed for another message they do not open. */
        public static String place(UUID message) {
            return "question-message/" + message;
        }

        @Override
        public String toString() {
            return "Message[" + id + " " + kind + "]";
        }
    }

    public Question {
        messages = List.copyOf(messages);
    }

    /** Who asks. */
    public Actor by() {
        return messages.get(0).by();
    }

    public Instant askedAt() {
        return messages.get(0).at();
    }

    /** The message that ended it; empty while none has. */
    public Optional<Message> end() {
        return messages.stream().filter(message -> message.kind().isEnd()).findFirst();
    }

    /** @param open those that wait for an answer */
    public State state(Questions open) {
        return end().map(message -> message.kind() == Kind.ANSWERED ? State.ANSWERED : State.TAKEN_BACK)
                .orElse(open.include(id) ? State.OPEN : State.LAPSED);
    }

    Question with(Message message) {
        var more = new ArrayList<>(messages);
        more.add(message);
        return new Question(id, fact, offer, dueAt, more);
    }

    @Override
    public String toString() {
        return "Question[" + id + "]";
    }
}
