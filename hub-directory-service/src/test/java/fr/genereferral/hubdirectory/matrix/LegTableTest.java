package fr.genereferral.hubdirectory.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Refused.Violation;
import fr.genereferral.hubdirectory.TravelTimes.NewLeg;
import fr.genereferral.hubdirectory.travel.TableLeg;
import fr.genereferral.hubdirectory.travel.TravelMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LegTableTest {
    private static final String HEAD = "from,to,mode,minutes,boarding,alighting,valid_from,source\n";

    @Test
    void readsALegWithItsLine() {
        var read = LegTable.read(HEAD + "29,350007084,ROAD,135,0,0,2027-01-01,\"measured, twice\"\n");

        var leg = new TableLeg("29", "350007084", TravelMode.ROAD, 135, 0, 0, LocalDate.of(2027, 1, 1), null);
        assertEquals(List.of(new NewLeg(2, leg, "measured, twice")), read);
    }

    @Test
    void takesTheLineEndsOfASpreadsheet() {
        var read = LegTable.read(HEAD.replace("\n", "\r\n") + "29,350007084,ROAD,135,0,0,2027-01-01,x\r\n");

        assertEquals(1, read.size());
    }

    @Test
    void takesTheSemicolonsAndTheByteOrderMarkOfASpreadsheet() {
        var row = "29;350007084;ROAD;135;0;0;2027-01-01;measured, twice\n";

        var read = LegTable.read("\uFEFF" + HEAD.replace(',', ';') + row);

        assertEquals("measured, twice", read.get(0).source());
        assertEquals(
                1,
                LegTable.read("\uFEFF" + HEAD + "29,350007084,ROAD,135,0,0,2027-01-01,x\n")
                        .size());
    }

    @Test
    void saysForEachLineAndColumnWhatIsWrong() {
        var wrong = wrong(HEAD + """
                29,350007084,ROAD,135,0,0,2027-01-01,x
                no code,350007084,TRANSFER,0,-1,1441,2027-02-29,x
                29,350007084,ROAD,135
                29,350007084,RAIL,135,0,0,2027-01-01,
                """);

        assertEquals(
                Set.of(
                        "/csv/3/from",
                        "/csv/3/mode",
                        "/csv/3/minutes",
                        "/csv/3/boarding",
                        "/csv/3/alighting",
                        "/csv/3/valid_from",
                        "/csv/4",
                        "/csv/5/source"),
                wrong);
    }

    @Test
    void refusesYearsThatNoTableOfLegsIsOf() {
        var wrong = wrong(HEAD + """
                29,350007084,ROAD,135,0,0,0000-01-01,x
                29,350007084,ROAD,135,0,0,1899-12-31,x
                29,350007084,ROAD,135,0,0,2201-01-01,x
                29,350007084,ROAD,135,0,0,1900-01-01,x
                29,350007084,ROAD,135,0,0,2200-12-31,x
                """);

        assertEquals(Set.of("/csv/2/valid_from", "/csv/3/valid_from", "/csv/4/valid_from"), wrong);
    }

    @Test
    void wantsItsColumnsInTheirOrder() {
        assertEquals(Set.of("/csv/1"), wrong("to,from,mode\n"));
        assertEquals(Set.of("/csv/1"), wrong("\n"));
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        assertEquals(Set.of("/csv"), wrong(HEAD + "29,350007084,ROAD,135,0,0,2027-01-01,\"x\n"));
    }

    @Test
    void refusesMoreThanTwentyThousandRows() {
        assertEquals(Set.of("/csv"), wrong(HEAD + "29,350007084,ROAD,135,0,0,2027-01-01,x\n".repeat(20_001)));
    }

    private static Set<String> wrong(String csv) {
        var refused = assertThrows(Refused.class, () -> LegTable.read(csv));
        return refused.violations().stream().map(Violation::pointer).collect(Collectors.toSet());
    }
}
