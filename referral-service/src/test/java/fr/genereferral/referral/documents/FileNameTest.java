package fr.genereferral.referral.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.DocumentType;
import fr.genereferral.referral.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename*=UTF-8''Compte%20rendu%20%C3%A9t%C3%A9.pdf|Compte rendu été.pdf",
                "attachment; filename=\"a b.png\"|a b.png",
                "attachment; filename=\"x.png\"; filename*=utf-8''y.png|y.png",
                "filename*=UTF-8''z.jpg|z.jpg"
            })
    void readsWhatItsSenderCallsIt(String header, String name) {
        assertEquals(name, FileName.of(header));
    }

    @Test
    void needsNone() {
        assertNull(FileName.of(null));
        assertNull(FileName.of("attachment"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment; filename*=UTF-8''..%2Fpasswd",
                "attachment; filename*=UTF-8''a%00b",
                "attachment; filename*=UTF-8''a%C2%85b",
                "attachment; filename*=UTF-8''a%E2%80%AEfdp.exe",
                "attachment; filename*=UTF-8''%FF",
                "attachment; filename*=UTF-8''%2",
                "attachment; filename*=UTF-8''a%",
                "attachment; filename*=UTF-8''%g0",
                "attachment; filename*=UTF-8''%2%30",
                "attachment; filename*=UTF-8''",
                "attachment; filename*=latin1''x",
                "attachment; filename=\"a\\b\"",
                "attachment; filename=\"\u00e9\"",
                "attachment; filename=x y"
            })
    void refusesWhatCouldBeReadOtherwise(String header) {
        assertEquals(
                "FILE_NAME_INVALID",
                assertThrows(Refused.class, () -> FileName.of(header)).code());
    }

    @ParameterizedTest
    @CsvSource({"a, 201", "%E4%B8%AD, 201", "%20, 601"})
    void refusesAVeryLongOne(String part, int times) {
        refusesWhatCouldBeReadOtherwise("attachment; filename*=UTF-8''" + part.repeat(times));
    }

    @Test
    void takesTheLongestInLettersThatTakeMost() {
        assertEquals("中".repeat(200), FileName.of("attachment; filename*=UTF-8''" + "%E4%B8%AD".repeat(200)));
    }

    @Test
    void endsAsItsTypeDoesWhereItIsServed() {
        assertEquals("attachment; filename*=UTF-8''a.exe.pdf", FileName.disposition("a.exe", DocumentType.PDF));
        assertEquals("attachment; filename*=UTF-8''a.JPEG", FileName.disposition("a.JPEG", DocumentType.JPEG));
        assertEquals("attachment; filename*=UTF-8''document.png", FileName.disposition(null, DocumentType.PNG));
        assertEquals("attachment; filename*=UTF-8''%C3%A9%20%22.pdf", FileName.disposition("é \"", DocumentType.PDF));
    }
}
