package fr.genereferral.referral.documents.content;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * PNG (ISO/IEC 15948): a signature, then chunks of length, type, data and checksum; IHDR is the first, IEND the last, and
 * nothing follows it.
 */
final class PngCheck implements ContentCheck {
    private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER = 13;
    private static final String COLOUR_TYPES = "02346";

    private enum Part {
        SIGNATURE,
        HEAD,
        DATA,
        CHECKSUM,
        OVER
    }

    private Part part = Part.SIGNATURE;
    private int done;
    private final byte[] head = new byte[8];
    private final byte[] header = new byte[HEADER];
    private final CRC32 checksum = new CRC32();
    private long length;
    private String type = "";
    private long found;
    private boolean first = true;
    private boolean drawn;

    @Override
    public void take(byte[] bytes, int count) {
        var at = 0;
        while (at < count) {
            at = switch (part) {
                case SIGNATURE -> signature(bytes[at] & 0xFF, at);
                case HEAD -> head(bytes[at], at);
                case DATA -> data(bytes, at, count);
                case CHECKSUM -> checksum(bytes[at] & 0xFF, at);
                case OVER -> throw ContentCheck.carriesMore();
            };
        }
    }

    private int signature(int value, int at) {
        if (value != SIGNATURE[done++]) {
            throw ContentCheck.otherType();
        }
        if (done == SIGNATURE.length) {
            next(Part.HEAD);
        }
        return at + 1;
    }

    private int head(byte value, int at) {
        head[done++] = value;
        if (done == head.length) {
            length = unsigned(head, 0);
            type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            demandOrder();
            checksum.reset();
            checksum.update(head, 4, 4);
            next(length == 0 ? Part.CHECKSUM : Part.DATA);
        }
        return at + 1;
    }

    private void demandOrder() {
        if (length > Integer.MAX_VALUE || !type.chars().allMatch(PngCheck::isLetter)) {
            throw ContentCheck.damaged();
        }
        if (first != type.equals("IHDR") || first && length != HEADER || type.equals("IEND") && length != 0) {
            throw ContentCheck.damaged();
        }
        first = false;
        drawn |= type.equals("IDAT");
    }

    private static boolean isLetter(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private int data(byte[] bytes, int at, int count) {
        var taken = (int) Math.min(length - done, count - at);
        checksum.update(bytes, at, taken);
        if (type.equals("IHDR")) {
            System.arraycopy(bytes, at, header, done, taken);
        }
        done += taken;
        if (done == length) {
            if (type.equals("IHDR")) {
                demandHeader();
            }
            next(Part.CHECKSUM);
        }
        return at + taken;
    }

    private void demandHeader() {
        Pixels.demand(unsigned(header, 0), unsigned(header, 4));
        var depth = header[8];
        if (Integer.bitCount(depth) != 1 || depth > 16 || depth < 1 || COLOUR_TYPES.indexOf('0' + header[9]) < 0) {
            throw ContentCheck.damaged();
        }
    }

    private int checksum(int value, int at) {
        found = found << 8 | value;
        if (++done == 4) {
            if (found != checksum.getValue()) {
                throw ContentCheck.damaged();
            }
            next(type.equals("IEND") ? Part.OVER : Part.HEAD);
        }
        return at + 1;
    }

    private void next(Part after) {
        part = after;
        done = 0;
        found = 0;
    }

    @Override
    public void end() {
        if (part == Part.SIGNATURE) {
            throw ContentCheck.otherType();
        }
        if (part != Part.OVER || !drawn) {
            throw ContentCheck.damaged();
        }
    }

    private static long unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}
