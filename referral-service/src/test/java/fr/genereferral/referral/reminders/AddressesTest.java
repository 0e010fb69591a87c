package fr.genereferral.referral.reminders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @TempDir
    Path folder;

    @Test
    void areReadFromAFileOfWhoeverRunsThePlatform() throws IOException {
        var rows = Addresses.read(written("350007084,genetique@rennes.example,2026-01-01,,told by the hospital"));

        assertEquals("genetique@rennes.example", rows.get(0).value().address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "350007084,,2026-01-01,,x",
                "350007084,nobody,2026-01-01,,x",
                "350007084,a@b\u0085Bcc: c@d,2026-01-01,,x",
                "3500,a@rennes.example,2026-01-01,,x",
                "350007084,a@rennes.example,yesterday,,x",
                "350007084"
            })
    void keepTheServiceFromStartingWhereOneIsNone(String line) throws IOException {
        var file = written(line);

        assertThrows(IllegalStateException.class, () -> Addresses.read(file));
    }

    @Test
    void keepTheServiceFromStartingWhereTheFileIsNotThere() {
        var nowhere = folder.resolve("nowhere.csv");

        assertThrows(IllegalStateException.class, () -> Addresses.read(nowhere));
    }

    private Path written(String line) throws IOException {
        return Files.writeString(folder.resolve("addresses.csv"), "finess,address,from,until,source\n" + line + "\n");
    }
}
