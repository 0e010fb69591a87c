package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.Superuser;
import fr.genereferral.bench.load.Pages;
import fr.genereferral.local.service.ServiceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who reads which list, and what may be asked of it. */
record ListReader(String name, Pages pages, List<String> questions) {
    /** The same for both archives: a question is told by its words. */
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    /** With what the archive holds by now. */
    static List<ListReader> all(Bed bed) {
        var referrals = bed.database("referral");
        var hospital = "from referral where organisation = '" + Archive.HOSPITAL + "'";
        var hub = "from referral_access where organisation = '" + Archive.HUB + "' and as_hub and until is null";
        var offers = "from offer where hub_id = '" + Archive.HUB + "'";
        var offered = places(bed.database("hub_directory"), "id", offers);
        var worklist = bed.pages(ServiceSettings.HUB_DIRECTORY, "/v1/worklist", "hub-" + Archive.HUB);
        return List.of(
                new ListReader(
                        "a hospital's referrals",
                        bed.pages(ServiceSettings.REFERRAL, "/v1/referrals", "hospital-" + Archive.HOSPITAL),
                        questions(
                                places(referrals, "id", hospital),
                                "state=ESCALATED",
                                "state=ASSESSING",
                                "state=COMPLETED",
                                "reference=" + reference(referrals, hospital),
                                "updatedSince=" + YESTERDAY,
                                "updatedSince=2099-01-01T00:00:00Z",
                                "stuck=true",
                                "due=true")),
                new ListReader(
                        "a hub's referrals",
                        bed.pages(ServiceSettings.REFERRAL, "/v1/referrals", "hub-" + Archive.HUB),
                        questions(
                                places(referrals, "referral_id", hub),
                                "state=COMPLETED",
                                "state=OFFERED",
                                "stuck=true")),
                new ListReader(
                        "the nation's referrals",
                        bed.pages(ServiceSettings.REFERRAL, "/v1/referrals", "national-coordinator"),
                        questions(
                                places(referrals, "id", "from referral"), "state=ESCALATED", "stuck=true", "due=true")),
                new ListReader(
                        "a hub's offers",
                        bed.pages(ServiceSettings.HUB_DIRECTORY, "/v1/offers", "hub-" + Archive.HUB),
                        questions(offered, "state=OPEN", "state=ACCEPTED", "state=EXPIRED")),
                new ListReader("a hub's worklist", worklist, allOf(worklist)));
    }

    /** Of one in the middle. */
    private static String reference(Superuser referrals, String whose) {
        var middle = "select reference " + whose + " order by id offset (select count(*) / 2 " + whose + ") limit 1";
        return referrals.query(middle, row -> row.getString(1)).get(0);
    }

    /** Every page of a list that is short: a worklist goes on after a place that only itself can name. */
    private static List<String> allOf(Pages pages) {
        var questions = new ArrayList<>(List.of(""));
        for (var next = pages.next(""); next.isPresent(); next = pages.next("cursor=" + next.get())) {
            questions.add("cursor=" + next.get());
        }
        return questions;
    }

    /** Pages from the beginning, the first quarter, the middle and almost the end. */
    private static List<String> places(Superuser database, String id, String whose) {
        var count = database.count("select count(*) " + whose);
        var questions = new ArrayList<>(List.of(""));
        for (var share : List.of(0.25, 0.5, 0.95)) {
            var place = "select " + id + "::text " + whose + " order by " + id + " desc offset "
                    + (long) (share * count) + " limit 1";
            questions.add(
                    "cursor=" + database.query(place, row -> row.getString(1)).get(0));
        }
        return questions;
    }

    private static List<String> questions(List<String> places, String... narrowed) {
        var all = new ArrayList<>(places);
        all.addAll(List.of(narrowed));
        return all;
    }
}
