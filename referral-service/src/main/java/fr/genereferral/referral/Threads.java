package fr.genereferral.referral;

import fr.genereferral.referral.Question.Kind;
import fr.genereferral.referral.Question.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every question that people have asked about one referral, oldest first. */
public record Threads(List<Question> all) {
    public Threads {
        all = List.copyOf(all);
    }

    /**
     * The question that this very request has asked before; empty when it comes first.
     *
     * @throws Refused when its key came with another body, or for something else
     */
    public Optional<Question> askedBy(IdempotencyKey request, Instant now) {
        return repeated(request, Kind.ASKED, now);
    }

    /** As {@link #askedBy}, for what was said to a question. */
    public Optional<Question> repeated(IdempotencyKey request, UUID question, Kind kind, Instant now) {
        var found = repeated(request, kind, now);
        if (found.filter(one -> !one.id().equals(question)).isPresent()) {
            throw Refused.because("IDEMPOTENCY_KEY_REUSED");
        }
        return found;
    }

    private Optional<Question> repeated(IdempotencyKey request, Kind kind, Instant now) {
        var messages = all.stream().flatMap(one -> one.messages().stream()).toList();
        return request.earliest(messages, Message::request, Message::at, now).map(said -> {
            if (said.kind() != kind) {
                throw Refused.because("IDEMPOTENCY_KEY_REUSED");
            }
            return whereWasSaid(said);
        });
    }

    private Question whereWasSaid(Message said) {
        return all.stream()
                .filter(one -> one.messages().contains(said))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One that somebody may know of.
     *
     * @throws Refused when there is none, or it is another hub's: the two look the same
     */
    public Question known(UUID id, Asking asking, Actor by) {
        return all.stream()
                .filter(one -> one.id().equals(id) && asking.maySee(one, by))
                .findFirst()
                .orElseThrow(() -> Refused.because("QUESTION_NOT_FOUND"));
    }
}
