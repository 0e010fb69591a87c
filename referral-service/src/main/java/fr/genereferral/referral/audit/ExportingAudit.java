package fr.genereferral.referral.audit;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.AuditTrail;
import fr.genereferral.referral.AuditTrail.Page;
import fr.genereferral.referral.AuditTrail.Query;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Writes all rows of a referral as a file, a page at a time as its reader takes them: what comes to be meanwhile is not in it. A
 * reader who may see the referral no longer gets no further page.
 */
@ApplicationScoped
class ExportingAudit {
    private static final int PAGE = 500;
    /** By it a spreadsheet knows that what follows is UTF-8, and not the alphabet of the machine that it runs on. */
    private static final String UTF_8 = "\uFEFF";

    private static final String COLUMNS = UTF_8
            + CsvLine.of(
                    "at",
                    "role",
                    "organisation",
                    "subject",
                    "action",
                    "part",
                    "kind",
                    "document",
                    "dossierVersion",
                    "purpose",
                    "text");

    private final AuditTrail trail;
    private final AuditActions actions;

    ExportingAudit(AuditTrail trail, AuditActions actions) {
        this.trail = trail;
        this.actions = actions;
    }

    /** @param reference of the referral: what the file is called by */
    record File(String reference, Multi<String> text) {}

    /** The first page is read, and the reading kept, before anything is answered. */
    Uni<File> begin(UUID id, String language, Access access) {
        var query = new Query(actions.shownTo(access), null, PAGE);
        return trail.read(id, query, access).map(first -> {
            var context = Vertx.currentContext();
            var text = Multi.createBy()
                    .concatenating()
                    .streams(Multi.createFrom().item(first), rest(id, query, first, access, context))
                    .map(page -> lines(page, language));
            var file =
                    Multi.createBy().concatenating().streams(Multi.createFrom().item(COLUMNS), text);
            return new File(first.reference(), file);
        });
    }

    private Multi<Page> rest(UUID id, Query query, Page first, Access access, Context context) {
        if (first.next() == null) {
            return Multi.createFrom().empty();
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(first.next()), place -> undisturbed(
                                trail.goOn(id, query.from(place.get()), access), context)
                        .invoke(page -> place.set(page.next())))
                .whilst(page -> page.next() != null);
    }

    /** Of a reader who hangs up the page that is being read is read to its end: its transaction would be cut in its middle. */
    private static Uni<Page> undisturbed(Uni<Page> page, Context context) {
        return Uni.createFrom()
                .emitter(read -> context.runOnContext(now -> page.subscribe().with(read::complete, read::fail)));
    }

    private String lines(Page page, String language) {
        return page.lines().stream()
                .map(line -> AuditEntry.from(line, actions, language))
                .map(ExportingAudit::line)
                .collect(Collectors.joining());
    }

    private static String line(AuditEntry e) {
        return CsvLine.of(
                e.at(),
                e.by().role(),
                e.by().organisation(),
                e.by().subject(),
                e.action(),
                e.part(),
                e.kind(),
                e.document(),
                e.dossierVersion(),
                e.purpose(),
                e.text());
    }
}
