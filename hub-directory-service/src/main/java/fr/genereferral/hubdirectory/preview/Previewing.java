package fr.genereferral.hubdirectory.preview;

import fr.genereferral.hubdirectory.Directories;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.RoutingRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Makes a match run as for a referral, from the directory as it stands, and keeps nothing. */
@ApplicationScoped
class Previewing {
    private final Directories directories;
    private final Clock clock;
    private final Timer timer;

    Previewing(Directories directories, Clock clock, MeterRegistry metrics) {
        this.directories = directories;
        this.clock = clock;
        timer = Timer.builder("match.run").publishPercentiles(0.5, 0.99).register(metrics);
    }

    LocalDate today() {
        return Paris.dayOf(clock.instant());
    }

    Uni<MatchRun> preview(RoutingRequest asked) {
        var occasion = new MatchRun.Occasion(null, today(), clock.instant());
        return directories
                .current()
                .map(directory -> timer.record(() -> MatchRun.of(asked, directory, Map.of(), occasion)));
    }
}
