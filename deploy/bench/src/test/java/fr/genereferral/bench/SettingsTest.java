package fr.genereferral.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void measuresEverythingThoroughlyWhenNothingIsSaid() {
        var settings = Settings.of();

        assertEquals("all", settings.scenario());
        assertEquals(10, settings.rounds());
        assertEquals(Duration.ofMinutes(10), settings.patience());
        assertEquals(100_000, settings.expiring());
        assertEquals(1_000_000, settings.archive());
    }

    @Test
    void takesSmallNumbersToSeeWhetherAChangeDoesSomething() {
        var settings = Settings.of("expiries", "--quick");

        assertEquals(2_000, settings.expiring());
        assertEquals(300, Settings.of("--offers=300", "expiries").expiring());
        assertEquals(Duration.ZERO, settings.patience());
    }

    @Test
    void takesAScenarioAndItsOptionsInAnyOrder() {
        var settings = Settings.of("--patience=5", "journey", "--quick");

        assertEquals("journey", settings.scenario());
        assertEquals(3, settings.rounds());
        assertEquals(Duration.ofSeconds(5), settings.patience());
    }
}
