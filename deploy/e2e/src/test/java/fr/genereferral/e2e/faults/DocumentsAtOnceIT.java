package fr.genereferral.e2e.faults;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.Tables;
import fr.genereferral.e2e.faults.Upload.Answer;
import fr.genereferral.e2e.support.Administrator;
import fr.genereferral.e2e.support.Organisation;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.process.AtOnce;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * As many large documents as the service takes at one time, and one more, all under way at the same instant under the
 * heap that is shipped: none is held whole, and one that has no place is told so while it is still being sent.
 */
class DocumentsAtOnceIT {
    /** In the build a tenth of the largest that is taken: many times the pieces in which one is sealed. */
    private static final int SIZE = (Boolean.getBoolean("e2e.long") ? 20 : 2) * 1024 * 1024;

    private static final List<String> WITHOUT_CLIENT = List.of("440000271", "130804297");
    private static final List<String> HOSPITALS = Stream.concat(
                    Stream.of("750100208", "350007084", "2B0000012", "970300026", "980500011", "490000049"),
                    WITHOUT_CLIENT.stream())
            .toList();

    private final LocalSystem system = RunningSystem.system();
    private final Tables tables = new Tables(system);
    /** The first hospital sends two. */
    private final List<Upload> uploads = Stream.concat(
                    HOSPITALS.stream(), HOSPITALS.stream().limit(1))
            .map(this::upload)
            .toList();

    @BeforeAll
    static void makeClients() {
        var administrator = new Administrator();
        WITHOUT_CLIENT.forEach(finess -> administrator.addClient("hospital-" + finess, "referrer", finess));
    }

    private Upload upload(String finess) {
        var child = ReferredChild.draftedBy(finess, Sample.sma());
        var content = Report.ofSize(SIZE, Seed.random("document of " + child.id()));
        return new Upload(Organisation.hospital(system, finess), child, content);
    }

    /** A draft that is stopped takes its documents along: the others' platform is as it was. */
    @AfterEach
    void stop() {
        uploads.forEach(upload -> upload.child().withdraw().statusCode(200));
        assertEquals(
                List.of("0"),
                tables.texts(
                        "referral",
                        "select count(*) from document_chunk where document_id in "
                                + "(select id from document where referral_id in (" + referrals() + "))"));
    }

    @Test
    void areStoredWholeOrToldToComeBack() {
        var standing = Standing.of(system);
        var failures = outOfMemory();

        var answers = sendAllAtOnce();

        var refused =
                uploads.stream().filter(u -> answers.get(u).status() != 201).toList();
        assertEquals(1, refused.size(), answers.values()::toString);
        assertToldWhatToDo(answers.get(refused.get(0)));
        assertEquals(HOSPITALS.size(), kept().size());
        assertEquals(201, refused.get(0).send().status());
        assertEquals(List.of(), halves());
        AtOnce.run(uploads.stream().<Runnable>map(u -> () -> assertReadsBack(u)).toList());
        await().atMost(ReferredChild.PATIENCE).untilAsserted(() -> assertEquals(List.of(), spooled()));
        assertHealthy();
        assertEquals(failures, outOfMemory());
        standing.assertUnchangedBut();
    }

    /** Nobody goes on before one was refused: until then all of them are in the service together. */
    private Map<Upload, Answer> sendAllAtOnce() {
        var refused = new CountDownLatch(1);
        var answers = new ConcurrentHashMap<Upload, Answer>();
        SameInstant.all(uploads.stream()
                .<Runnable>map(upload -> () -> {
                    var answer = upload.send(refused);
                    answers.put(upload, answer);
                    if (answer.status() != 201) {
                        assertHealthy();
                    }
                })
                .toList());
        return answers;
    }

    private static void assertToldWhatToDo(Answer answer) {
        assertEquals(503, answer.status(), answer::toString);
        assertTrue(answer.head().contains("content-type: application/problem+json"), answer::toString);
        assertTrue(answer.head().contains("retry-after: "), answer::toString);
        assertTrue(answer.body().contains("\"code\":\"TOO_MANY_AT_ONCE\""), answer::toString);
        assertTrue(answer.body().contains("try again in a few seconds with the same key"), answer::toString);
    }

    private static void assertHealthy() {
        given().get(RunningSystem.referrals() + "/q/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    /** One that is told to come back comes back: nine are read at once, too. */
    private static void assertReadsBack(Upload upload) {
        String id = upload.child()
                .get("/documents")
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .extract()
                .path("items[0].id");
        await().atMost(ReferredChild.PATIENCE).until(() -> upload.readBack(id), status -> {
            assertTrue(status == 200 || status == 503, "answered " + status);
            return status == 200;
        });
    }

    private List<String> kept() {
        return tables.texts("referral", "select id from document where referral_id in (" + referrals() + ")");
    }

    /** Documents of which a piece is missing. */
    private List<String> halves() {
        return tables.texts(
                "referral",
                "select id from document where referral_id in (" + referrals()
                        + ") and chunks <> (select count(*) from document_chunk c where c.document_id = document.id)");
    }

    private String referrals() {
        return uploads.stream().map(u -> "'" + u.child().id() + "'").collect(Collectors.joining(", "));
    }

    /** Files of contents that the service still holds. */
    private List<String> spooled() throws IOException {
        var open = Path.of("/proc/" + system.service(ServiceSettings.REFERRAL).pid() + "/fd");
        if (!Files.isDirectory(open)) {
            return List.of();
        }
        try (var files = Files.list(open)) {
            return files.map(DocumentsAtOnceIT::target)
                    .filter(file -> file.contains("/sealed"))
                    .toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // Closed meanwhile.
            return "";
        }
    }

    private long outOfMemory() {
        try (var lines = Files.lines(system.platform().household().data().log("referral-service"))) {
            return lines.filter(line -> line.contains("OutOfMemoryError")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
