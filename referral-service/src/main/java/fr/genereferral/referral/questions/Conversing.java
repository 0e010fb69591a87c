package fr.genereferral.referral.questions;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Asking;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Question;
import fr.genereferral.referral.Question.Kind;
import fr.genereferral.referral.Question.Message;
import fr.genereferral.referral.QuestionLimits;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.Threads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** A hub or the coordinator asks the hospital, both add to it, the hospital answers: once for each key. */
@ApplicationScoped
class Conversing {
    private final Referrals referrals;
    private final IdentityKeys keys;
    private final QuestionLimits limits = new QuestionLimits();
    private final Clock clock;

    Conversing(Referrals referrals, IdentityKeys keys, Clock clock) {
        this.referrals = referrals;
        this.keys = keys;
        this.clock = clock;
    }

    /** A question as it now is, and whether anybody waits for its answer. */
    record Result(Question question, Question.State state) {}

    /** One thing that is said to a question. */
    record Said(UUID referral, UUID question, Kind kind, Words words, IdempotencyKey request) {
        private Message message(UUID id, byte[] sealed, Instant at, Actor by) {
            return new Message(id, kind, sealed, words.dossierVersion(), at, by, request);
        }
    }

    Uni<Result> ask(UUID id, NewQuestion asked, IdempotencyKey request, Access access) {
        var message = UuidCreator.getTimeOrderedEpoch();
        return sealed(id, message, asked.text(), access)
                .chain(words -> held(id, access, (referral, threads) -> {
                    var now = now();
                    return threads.askedBy(request, now)
                            .orElseGet(() -> asked(
                                    referral,
                                    asked,
                                    new Message(message, Kind.ASKED, words, null, now, access.by(), request)));
                }));
    }

    private Question asked(Referral referral, NewQuestion asked, Message first) {
        var asking = new Asking(referral);
        asking.demandPossible(first.by());
        var today = Paris.dayOf(first.at());
        var time = asked.withinHours() == null
                ? limits.of(asking.urgency(first.by(), today), today)
                : Duration.ofHours(asked.withinHours());
        return asking.ask(
                UuidCreator.getTimeOrderedEpoch(), asked.fact(), first.at().plus(time), first);
    }

    /** Something is added, or the hospital answers. */
    Uni<Result> say(Said said, Access access) {
        var message = UuidCreator.getTimeOrderedEpoch();
        return sealed(said.referral(), message, said.words().text(), access)
                .chain(words -> held(said.referral(), access, (referral, threads) -> {
                    var asking = new Asking(referral);
                    var question = threads.known(said.question(), asking, access.by());
                    var now = now();
                    return threads.repeated(said.request(), said.question(), said.kind(), now)
                            .orElseGet(() -> said(referral, question, said.message(message, words, now, access.by())));
                }));
    }

    private static Question said(Referral referral, Question question, Message message) {
        var asking = new Asking(referral);
        if (message.kind() == Kind.SAID) {
            return asking.say(question, message);
        }
        demandVersion(message.dossierVersion(), referral.dossierVersion());
        return asking.answer(question, message);
    }

    private static void demandVersion(Integer named, int last) {
        if (named != null && named > last) {
            throw Refused.invalid(
                    List.of(new Violation("/dossierVersion", "VALUE_OUT_OF_BOUNDS", Integer.toString(last))));
        }
    }

    /** No body, so that nothing but the state is the condition. */
    Uni<Result> takeBack(UUID id, UUID question, Access access) {
        var message = UuidCreator.getTimeOrderedEpoch();
        return held(id, access, (referral, threads) -> {
            var asking = new Asking(referral);
            var known = threads.known(question, asking, access.by());
            return asking.takeBack(known, new Message(message, Kind.TAKEN_BACK, null, null, now(), access.by(), null));
        });
    }

    private Uni<Result> held(UUID id, Access access, BiFunction<Referral, Threads, Question> work) {
        var question = new AtomicReference<Question>();
        return referrals
                .converse(id, access, (referral, threads) -> question.set(work.apply(referral, threads)))
                .map(referral -> new Result(question.get(), question.get().state(referral.questions())));
    }

    /** Only for a referral that the caller may see: whether there is a key says whether there is a patient. */
    private Uni<byte[]> sealed(UUID id, UUID message, String text, Access access) {
        if (text == null) {
            return Uni.createFrom().nullItem();
        }
        return referrals
                .find(id, access)
                .chain(() -> keys.of(id))
                .map(seal -> seal.seal(Message.place(message), text.getBytes(StandardCharsets.UTF_8)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
