package fr.genereferral.referral.postgres;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;

/**
 * Keeps an explained document deflated (zlib), a seventh of its text. Written in full it is cut into some twenty pieces by
 * PostgreSQL, which took most of the time that a judgement needs to be stored; PostgreSQL's own compression is dearer still.
 */
@Converter
class DocumentColumn implements AttributeConverter<String, byte[]> {
    private static final int USUAL_LENGTH = 8 * 1024;
    private static final int TEXT_LENGTH = 64 * 1024;

    @Override
    public byte[] convertToDatabaseColumn(String text) {
        var fast = new Deflater(Deflater.BEST_SPEED);
        var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (var deflating = new DeflaterOutputStream(bytes, fast, USUAL_LENGTH)) {
            deflating.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    @Override
    public String convertToEntityAttribute(byte[] stored) {
        if (stored[0] == '{') {
            // From before documents were deflated.
            return new String(stored, StandardCharsets.UTF_8);
        }
        var text = new ByteArrayOutputStream(TEXT_LENGTH);
        try (var inflating = new InflaterOutputStream(text)) {
            inflating.write(stored);
        } catch (IOException e) {
            throw new UncheckedIOException("a document of ours does not inflate", e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
