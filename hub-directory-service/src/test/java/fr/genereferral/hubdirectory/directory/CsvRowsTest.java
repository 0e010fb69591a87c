package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.HubField;
import fr.genereferral.hubdirectory.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name,languages,open\n%s,\"Necker, enfants\",fr en,true\n",
                "\uFEFFid;name;languages;open\r\n%s;Necker, enfants;fr  en;true\r\n\r\n"
            })
    void readsHubsAsSpreadsheetsWriteThem(String file) {
        var read = read(file.formatted(NECKER));

        assertEquals(List.of(), read.faults());
        var row = read.file().hubs().get(0);
        assertEquals(2, row.line());
        assertEquals("Necker, enfants", row.entry().wanted().get(HubField.NAME));
        assertEquals("fr en", row.entry().wanted().get(HubField.LANGUAGES));
        assertEquals("true", row.entry().wanted().get(HubField.OPEN));
    }

    @Test
    void readsAccreditationsByTheirTherapy() {
        var read = read("""
                hub,therapy,from,endsOn,endReason,underAgeYears,toWeightKg
                750100208,LUX,2026-01-01,,,18,13.5
                750100208,UPS,2026-01-01,2026-09-01,STAFF,,
                """);

        assertEquals(List.of(), read.faults());
        assertEquals(18, read.file().accreditations().get(0).grant().band().underAgeYears());
        assertEquals(
                LocalDate.of(2026, 9, 1),
                read.file().accreditations().get(1).end().on());
    }

    @Test
    void namesEveryFaultByLineAndColumn() {
        var read = read("""
                id,name,finessEj,languages,open
                750100208,=HYPERLINK("x"),350005178,fr zz,perhaps
                750100209,Necker
                IT-MILANO,Ospedale,,,
                """);

        assertEquals(
                List.of(
                        "2 name WRONG_FORMAT",
                        "2 open WRONG_TYPE",
                        "2 finessEj WRONG_CHECK_DIGIT",
                        "2 languages VALUE_NOT_ALLOWED",
                        "3  WRONG_TYPE"),
                read.faults().stream()
                        .map(f -> f.line() + " " + f.column() + " " + f.code())
                        .toList());
        assertEquals("/2/name", read.violations().get(0).pointer());
        assertEquals(1, read.file().hubs().size());
    }

    /** The line that an editor shows, not the number of the row. */
    @Test
    void countsEmptyLinesAndThoseInsideACell() {
        var read = read("id,name\n\nIT-ONE,A\nIT-TWO,\"A\nB\"\n\nIT-THREE,C\n");

        assertEquals(
                List.of(3, 7),
                read.file().hubs().stream().map(hub -> hub.line()).toList());
        assertEquals(5, read.faults().get(0).line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id,id\n1,2\n", "id,,name\n1,2,3\n", "id,name\n\"1,2\n"})
    void refusesWhatIsNoFile(String file) {
        assertEquals(
                "FILE_MALFORMED", assertThrows(Refused.class, () -> read(file)).code());
    }

    @Test
    void refusesAColumnThatNobodyKnows() {
        var refused = assertThrows(Refused.class, () -> read("id,name,patient\n1,2,3\n"));

        assertEquals("/patient", refused.violations().get(0).pointer());
        assertEquals("FIELD_UNKNOWN", refused.violations().get(0).code());
    }

    @Test
    void refusesWhatIsNoText() {
        var bytes = new byte[] {'i', 'd', '\n', (byte) 0xff};

        assertEquals(
                "FILE_MALFORMED",
                assertThrows(Refused.class, () -> CsvRows.of(bytes)).code());
    }

    @Test
    void readsTwentyThousandRowsAndNoMore() {
        var most = "id\n"
                + IntStream.range(0, ImportRows.MOST)
                        .mapToObj(i -> "IT-" + i + "\n")
                        .collect(Collectors.joining());

        assertEquals(ImportRows.MOST, read(most).rows());
        assertThrows(Refused.class, () -> read(most + "IT-LAST\n"));
    }

    private static ImportRows.Read read(String file) {
        return CsvRows.of(file.getBytes(StandardCharsets.UTF_8)).read(TODAY);
    }
}
