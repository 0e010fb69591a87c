package fr.genereferral.referral.reminders;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A child whose hospital has something to do, and what the tests of reminders do with time. */
record Waiting(Journey journey) {

    /** The rules miss something. */
    static Waiting forFacts(String hospital) {
        var journey = Journey.begun(hospital);
        journey.hearVerdict("NEEDS_INFO");
        return new Waiting(journey.until("AWAITING_INFORMATION"));
    }

    String reference() {
        return journey.read().extract().path("reference");
    }

    /** Everything that is to come about it comes so much earlier: no test waits. */
    Waiting earlier(String interval) throws SQLException {
        run("at = at - interval '" + interval + "'", "SCHEDULED");
        return this;
    }

    /** It was told so long before, and can be tried again. */
    Waiting toldEarlier(String interval) throws SQLException {
        run("told_at = told_at - interval '" + interval + "', next_at = clock_timestamp()", "WAITING");
        return this;
    }

    /** Without anybody who decides. */
    void in(String state) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update referral set state = '" + state + "' where id = '" + journey.id() + "'");
        }
    }

    /** Without a message: none says that a deferral ends today, or on a day of some other year. */
    Waiting deferredUntil(String day) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update referral set deferred_until = " + day + " where id = '" + journey.id() + "'");
        }
        return this;
    }

    private void run(String change, String state) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update reminder set " + change + " where referral_id = '" + journey.id() + "' and state = '"
                    + state + "'");
        }
    }

    /** What has become of its reminders, in the order of their times. */
    List<String> states() throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            return rows
                    .select(
                            "select concat_ws(' ', kind, state, skipped_because, attempts) as line from reminder"
                                    + " where referral_id::text = ? order by kind, id",
                            journey.id())
                    .stream()
                    .map(row -> row.get("line"))
                    .toList();
        }
    }

    /** As the scheduler does. */
    static void done(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Several instances do it at the same time. */
    static void atOnce(Runnable... works) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(works.length);
        try {
            var tasks = new ArrayList<Callable<Object>>();
            for (var work : works) {
                tasks.add(Executors.callable(work));
            }
            for (var result : threads.invokeAll(tasks)) {
                result.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
