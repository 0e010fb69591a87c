package fr.genereferral.referral.setback;

import fr.genereferral.referral.Setback;
import fr.genereferral.referral.Setbacks;
import fr.genereferral.referral.rounds.Rounds;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what the services, this one included, have set aside. Reads envelopes alone: what is inside was not understood. */
@ApplicationScoped
class DeadLetterConsumer {
    private static final Pattern REFERRAL = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Setbacks setbacks;

    DeadLetterConsumer(Setbacks setbacks) {
        this.setbacks = setbacks;
    }

    @Incoming("dead-letters")
    Uni<Void> hear(KafkaRecordBatch<String, byte[]> batch) {
        var heard = batch.getRecords().stream()
                .map(DeadLetterConsumer::setback)
                .flatMap(Optional::stream)
                .toList();
        return Rounds.asLongAs(
                () -> setbacks.note(heard).replaceWith(false).onFailure().recoverWithUni(failure -> pause().replaceWith(
                                true)));
    }

    /** The database is away. Comes back on the context it left: a reactive session works on no other. */
    private static Uni<Void> pause() {
        var context = Vertx.currentContext();
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(PAUSE)
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    /** Empty when no referral is named: such a record holds nobody up. */
    private static Optional<Setback> setback(KafkaRecord<String, byte[]> letter) {
        var key = letter.getKey();
        if (key == null || !REFERRAL.matcher(key).matches()) {
            return Optional.empty();
        }
        var sequence = header(letter, "ce_sequence");
        return Optional.of(new Setback(
                UUID.fromString(key),
                letter.getTopic().replace(".dead-letters", ""),
                header(letter, "dead-letter-topic"),
                header(letter, "ce_type"),
                SEQUENCE.matcher(sequence).matches() ? Long.parseLong(sequence) : 0,
                letter.getTimestamp()));
    }

    private static String header(KafkaRecord<String, byte[]> letter, String name) {
        var header = letter.getHeaders().lastHeader(name);
        var text = header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        // No text column keeps a NUL, and this record was not understood by others either.
        return text.replace("\0", "");
    }
}
