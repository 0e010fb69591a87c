package fr.genereferral.referral.reminders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "350007084,a@rennes.example,2026-01-01,,x,y",
                "350007084"
            })
    void keepTheServiceFromStartingWhereOneIsNone(String line) throws IOException {
        var file = written(line);

        assertToldOf(file, "addresses.csv, line 2");
    }

    @Test
    void tellWhichLineIsNoneBehindBlanksAndRemarks() throws IOException {
        var file = written(
                "\n# the coast\n   \n350007084,a@rennes.example,2026-01-01,,x\n3500,b@rennes.example,2026-01-01,,x");

        assertToldOf(file, "addresses.csv, line 6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "350007084,a@rennes.example,2026-01-01,,x\n", "address,finess,from,until,source\n"})
    void keepTheServiceFromStartingWhereTheColumnsAreNotNamed(String text) throws IOException {
        var file = Files.writeString(folder.resolve("addresses.csv"), text);

        assertToldOf(file, "finess,address,from,until,source");
    }

    @Test
    void keepTheServiceFromStartingInAnotherAlphabet() throws IOException {
        var file = Files.writeString(
                folder.resolve("addresses.csv"),
                "finess,address,from,until,source\n350007084,a@rennes.example,2026-01-01,,donnée\n",
                StandardCharsets.ISO_8859_1);

        assertToldOf(file, "addresses.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, '', 2026-06-01, ''",
        "2026-01-01, 2026-06-01, 2026-06-01, ''",
        "2026-01-01, 2026-06-01, 2026-02-01, 2026-03-01",
        "2026-06-01, '', 2026-01-01, 2026-06-01"
    })
    void keepTheServiceFromStartingWhereOneHospitalHasTwo(String from, String until, String next, String end)
            throws IOException {
        var file = written("350007084,a@rennes.example,%s,%s,x\n350007084,b@rennes.example,%s,%s,x"
                .formatted(from, until, next, end));

        assertToldOf(file, "350007084");
    }

    @Test
    void followOneAnother() throws IOException {
        var rows = Addresses.read(written("350007084,a@rennes.example,2026-01-01,2026-05-31,x\n"
                + "350007084,b@rennes.example,2026-06-01,,x\n490000049,b@rennes.example,2026-01-01,,x"));

        assertEquals(3, rows.size());
    }

    private static void assertToldOf(Path file, String word) {
        var told = assertThrows(IllegalStateException.class, () -> Addresses.read(file));
        assertTrue(told.getMessage().contains(word), told.getMessage());
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
