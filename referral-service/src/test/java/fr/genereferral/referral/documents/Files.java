package fr.genereferral.referral.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files as people have them. */
public final class Files {
    private static final byte FILLING = 'x';

    private Files() {}

    public static byte[] png() {
        return picture("png");
    }

    public static byte[] jpeg() {
        return picture("jpg");
    }

    /** Of real encoders, with pixels that do not compress away. */
    private static byte[] picture(String format) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] pdf() {
        return pdf("");
    }

    /** @param more objects that it holds beside its page */
    public static byte[] pdf(String more) {
        return pdf(more.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] pdf(byte[] more) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"));
        out.writeBytes(more);
        var table = out.size();
        out.writeBytes(ascii("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n"));
        out.writeBytes(ascii("%010d\n%%%%EOF\n".formatted(table)));
        return out.toByteArray();
    }

    /** One that is exactly so large. */
    public static byte[] pdf(int size) {
        var frame = "3 0 obj\n<</Length 1>>\nstream\n%s\nendstream\nendobj\n";
        var empty = pdf(frame.formatted("")).length;
        var filled = new byte[size - empty];
        Arrays.fill(filled, FILLING);
        return pdf(frame.formatted(new String(filled, StandardCharsets.ISO_8859_1)));
    }

    /** One that keeps objects together, deflated. */
    public static byte[] pdfWithObjectStream(String objects) {
        var deflated = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(deflated)) {
            deflating.write(ascii(objects));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf("3 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\r\n"
                + deflated.toString(StandardCharsets.ISO_8859_1) + "\r\nendstream\nendobj\n");
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
