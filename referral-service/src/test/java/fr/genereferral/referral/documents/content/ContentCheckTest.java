package fr.genereferral.referral.documents.content;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.DocumentType;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.documents.Files;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTest {
    private static final byte[] REMARK = "remark".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @EnumSource
    void takesWhatItIsSaidToBe(DocumentType type) {
        assertDoesNotThrow(() -> check(type, sample(type), 4096));
    }

    /** Pieces end anywhere. */
    @ParameterizedTest
    @EnumSource
    void takesItByteByByte(DocumentType type) {
        assertDoesNotThrow(() -> check(type, sample(type), 1));
    }

    static Stream<Arguments> disguises() {
        return Stream.of(DocumentType.values()).flatMap(said -> Stream.of(DocumentType.values())
                .filter(real -> real != said)
                .map(real -> Arguments.of(said, sample(real))));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void refusesWhatIsSomethingElse(DocumentType said, byte[] content) {
        assertEquals("DOCUMENT_TYPE_DIFFERS", refusal(said, content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>alert(1)</script></html>", "PK\u0003\u0004", "MZ", "#!/bin/sh\n", "%", "\n"})
    void refusesWhatIsNoneOfThem(String content) {
        for (var type : DocumentType.values()) {
            assertEquals("DOCUMENT_TYPE_DIFFERS", refusal(type, content.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** Wherever it is cut: what is left is refused, and nothing else happens. */
    @ParameterizedTest
    @EnumSource
    void refusesWhatIsCutShort(DocumentType type) {
        var whole = sample(type);
        for (var length = 1; length < whole.length - 1; length += 1 + length / 16) {
            // What is shorter than the mark by which a type begins is not known for it.
            var code = refusal(type, Arrays.copyOf(whole, length));
            assertEquals(length < mark(type) ? "DOCUMENT_TYPE_DIFFERS" : "DOCUMENT_DAMAGED", code, type + " " + length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatFollowsTheEnd(DocumentType type) {
        var content = Files.joined(sample(type), REMARK);

        assertEquals("DOCUMENT_CARRIES_MORE", refusal(type, content));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnArchiveThatIsHungOn(DocumentType type) throws IOException {
        var content = Files.joined(sample(type), zip(""));

        assertEquals("DOCUMENT_CARRIES_MORE", refusal(type, content));
    }

    /** The archive's own comment holds what a PDF must end in. */
    @Test
    void refusesAnArchiveThatEndsAsAPdf() throws IOException {
        var end = "\nstartxref\n9\n%%EOF";
        var content = Files.joined("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), zip(end));

        assertEquals("DOCUMENT_CARRIES_MORE", refusal(DocumentType.PDF, content));
    }

    @Test
    void refusesAPngOfWhichAByteHasChanged() {
        var content = Files.png();
        content[content.length / 2] ^= 1;

        assertEquals("DOCUMENT_DAMAGED", refusal(DocumentType.PNG, content));
    }

    @Test
    void refusesAPictureThatWouldTakeGigabytes() {
        var jpeg = Files.jpeg();
        for (var at = 0; at < jpeg.length - 9; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                Arrays.fill(jpeg, at + 5, at + 9, (byte) 0xFF);
            }
        }

        assertEquals("DOCUMENT_TOO_DETAILED", refusal(DocumentType.JPEG, jpeg));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</S/JavaScript/JS(app.alert(1))>>",
                "<</S /Java#53cript>>",
                "<</S/Launch/F(cmd.exe)>>",
                "<</Type/EmbeddedFile>>",
                "<</Names<</EmbeddedFiles 9 0 R>>>>",
                "<</Subtype/RichMedia>>",
                "% >> stream\n<</S/Launch>>",
                "(stream\n) <</S/SubmitForm>>"
            })
    void refusesAPdfThatActs(String object) {
        assertEquals("DOCUMENT_ACTIVE", refusal(DocumentType.PDF, Files.pdf("3 0 obj\n" + object + "\nendobj\n")));
        assertEquals(
                "DOCUMENT_ACTIVE",
                refusal(DocumentType.PDF, Files.pdfWithObjectStream("3 0 " + object.replace("% >> stream\n", ""))));
    }

    @Test
    void takesAPdfWhoseObjectsLieTogether() {
        assertDoesNotThrow(() -> check(DocumentType.PDF, Files.pdfWithObjectStream("3 0 <</Type/Page>>"), 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trailer\n<</Encrypt 9 0 R>>\n",
                "3 0 obj\n<</Type/ObjStm/Filter/LZWDecode>>\nstream\nx\nendstream\nendobj\n",
                "3 0 obj\n<</Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]>>\nstream\nx\nendstream\nendobj\n"
            })
    void refusesAPdfThatCannotBeLookedInto(String object) {
        assertEquals("DOCUMENT_LOCKED", refusal(DocumentType.PDF, Files.pdf(object)));
    }

    @Test
    void refusesObjectsThatUnfoldWithoutEnd() throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(deflated)) {
            deflating.write(new byte[100_000]);
        }
        var objects = new PdfObjects(50_000);
        objects.begin();
        for (var value : deflated.toByteArray()) {
            objects.take(value & 0xFF);
        }

        assertEquals(
                "DOCUMENT_TOO_DETAILED",
                assertThrows(Refused.class, objects::end).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7\n%%EOF",
                "%PDF-9.9\nstartxref\n9\n%%EOF",
                "%PDF-1.7\nstartxref\n0\n%%EOF",
                "%PDF-1.7\nstartxref\n99999\n%%EOF",
                "%PDF-1.7\nstartxref\nx\n%%EOF"
            })
    void refusesAPdfThatLeadsNowhere(String content) {
        assertEquals("DOCUMENT_DAMAGED", refusal(DocumentType.PDF, content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static int mark(DocumentType type) {
        return type == DocumentType.JPEG ? 2 : 8;
    }

    private static byte[] zip(String comment) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a"));
            zip.write(REMARK);
            zip.closeEntry();
            zip.setComment(comment);
        }
        return out.toByteArray();
    }

    private static byte[] sample(DocumentType type) {
        return switch (type) {
            case PDF -> Files.pdf();
            case PNG -> Files.png();
            case JPEG -> Files.jpeg();
        };
    }

    private static String refusal(DocumentType type, byte[] content) {
        return assertThrows(Refused.class, () -> check(type, content, 4096), type::toString)
                .code();
    }

    private static void check(DocumentType type, byte[] content, int piece) {
        var check = ContentCheck.of(type);
        for (var from = 0; from < content.length; from += piece) {
            var part = Arrays.copyOfRange(content, from, Math.min(content.length, from + piece));
            check.take(part, part.length);
        }
        check.end();
    }
}
