package fr.genereferral.referral.documents;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.AttachedDocuments;
import fr.genereferral.referral.DocumentType;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.documents.content.ContentCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Attaches a document: whole, checked and sealed before the database hears of it. On a thread that may wait. */
@ApplicationScoped
class AttachingDocument {
    private final AttachedDocuments documents;
    private final IdentityKeys keys;
    private final RequestHash hash;
    private final Slots slots;
    private final Scanner scanner;
    private final Clock clock;

    AttachingDocument(
            AttachedDocuments documents,
            IdentityKeys keys,
            RequestHash hash,
            Slots slots,
            Scanner scanner,
            Clock clock) {
        this.documents = documents;
        this.keys = keys;
        this.hash = hash;
        this.slots = slots;
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * What a caller sends beside the content.
     *
     * @param name of the file; null where it has none
     * @param key as it was chosen; null where none was
     */
    record Sent(UUID referral, DocumentType type, String name, String key) {}

    /** @param isNew false where this content had come before, with another request */
    record Result(AttachedDocument document, Details details, boolean isNew) {}

    Result attach(Sent sent, InputStream body, Access access) {
        var organisation = access.by().organisation();
        var early = IdempotencyKey.of(organisation, sent.key(), new byte[0], hash);
        Waiting.on(() -> documents.demandRoom(sent.referral(), early, access));
        var seal = Waiting.on(() -> keys.of(sent.referral()));
        var id = UuidCreator.getTimeOrderedEpoch();
        var slot = slots.take(organisation);
        try (var spool = Spool.open();
                var scanning = scanner.begin()) {
            var receiving = new Receiving(id, seal, ContentCheck.of(sent.type()), scanning, spool);
            var scan = receiving.receive(body);
            var details = new Details(sent.name(), receiving.sha256Hex());
            var fresh = new AttachedDocument(
                    id,
                    sent.referral(),
                    sent.type(),
                    receiving.size(),
                    spool.pieces(),
                    details.sealed(id, seal),
                    mark(sent, details),
                    scan,
                    now(),
                    access.by(),
                    IdempotencyKey.of(organisation, sent.key(), said(sent, details), hash),
                    true,
                    null);
            var kept = Waiting.on(() -> documents.attach(fresh, spool::piece, access));
            var isNew = kept.request().key().equals(fresh.request().key());
            return new Result(kept, Details.of(kept, seal), isNew);
        } finally {
            slot.close();
        }
    }

    /** The referral is part of it: the same document at two referrals has two marks. */
    private String mark(Sent sent, Details details) {
        return hash.text("document", sent.referral().toString(), sent.type().name(), details.sha256());
    }

    /** All that the sender has said, so that the same key with another content, or another name, is told apart. */
    private static byte[] said(Sent sent, Details details) {
        var text = sent.referral() + "\n" + sent.type() + "\n" + details.sha256() + "\n" + sent.name();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
