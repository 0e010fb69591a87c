package fr.genereferral.referral.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @Test
    void quotesEveryCellButTheEmpty() {
        assertEquals("\"a\",,\"say \"\"b\"\", c\",\"7\"\r\n", CsvLine.of("a", null, "say \"b\", c", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                " =1",
                "\u00A0=1",
                "\u2003=1",
                "\u200B=1",
                "\uFEFF+1",
                "\u00AD@x",
                "\uFF1D1",
                "|cmd",
                "%0"
            })
    void keepsASpreadsheetFromRunningWhatItHolds(String formula) {
        assertEquals("\"'" + formula + "\"\r\n", CsvLine.of(formula));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\u2028b", "a\u0085b"})
    void staysOneLine(String broken) {
        assertEquals("\"a" + " ".repeat(broken.length() - 2) + "b\"\r\n", CsvLine.of(broken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n@x", "\0=1", "\u0085=1", "\u007F+1"})
    void isNotFooledByWhatStandsBefore(String formula) {
        assertEquals("\"' " + formula.substring(1) + "\"\r\n", CsvLine.of(formula));
    }

    @Test
    void isNotFooledByAControlCharacterBehindABlank() {
        assertEquals("\"'   =1\"\r\n", CsvLine.of(" \u0085 =1"));
    }
}
