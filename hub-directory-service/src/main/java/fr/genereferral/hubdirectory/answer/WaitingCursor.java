package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.PlacementRecords.Waiting;
import fr.genereferral.hubdirectory.Urgency;
import fr.genereferral.hubdirectory.web.Parameters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a page of the worklist ended: {@code PRESSING.1764090000000000.<id>}, the time in microseconds as it is stored. */
final class WaitingCursor {
    private static final Pattern FORM = Pattern.compile(
            "(ROUTINE|PRESSING|CRITICAL)[.]([0-9]{1,16})[.]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private WaitingCursor() {}

    static String of(Waiting last) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.expiresAt());
        return last.urgency() + "." + micros + "." + last.id();
    }

    static Optional<Waiting> read(String given) {
        return Parameters.text(given, FORM).map(WaitingCursor::parsed);
    }

    private static Waiting parsed(String cursor) {
        var parts = FORM.matcher(cursor);
        if (!parts.matches()) {
            throw new IllegalStateException("a cursor of another form was let in");
        }
        return new Waiting(
                Urgency.valueOf(parts.group(1)),
                Instant.EPOCH.plus(Long.parseLong(parts.group(2)), ChronoUnit.MICROS),
                UUID.fromString(parts.group(3)));
    }
}
