package fr.genereferral.referral.documents.content;

/**
 * JPEG (ITU-T T.81): from SOI to EOI, segments of a marker and a length, and after each SOS the coded picture, in which FF is
 * followed by 0 or by the number of a restart. Nothing follows EOI.
 */
final class JpegCheck implements ContentCheck {
    private static final int MARK = 0xFF;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    /** Precision, height, width, number of components. */
    private static final int FRAME = 6;

    private enum Part {
        BEGIN,
        MARKER,
        LENGTH,
        SEGMENT,
        CODED,
        OVER
    }

    private Part part = Part.BEGIN;
    private int begun;
    private boolean marked;
    private int marker;
    private int left;
    private int length;
    private int lengthBytes;
    private final int[] frame = new int[FRAME];
    private int framed;
    private boolean hasFrame;
    private boolean hasScan;

    @Override
    public void take(byte[] bytes, int count) {
        for (var at = 0; at < count; at++) {
            if (part == Part.SEGMENT && !isFrame(marker)) {
                var skipped = Math.min(left, count - at);
                at += skipped - 1;
                pass(skipped);
                continue;
            }
            take(bytes[at] & 0xFF);
        }
    }

    private void take(int value) {
        switch (part) {
            case BEGIN -> begin(value);
            case MARKER -> marker(value);
            case LENGTH -> length(value);
            case SEGMENT -> frame(value);
            case CODED -> coded(value);
            case OVER -> throw ContentCheck.carriesMore();
        }
    }

    private void begin(int value) {
        if (value != (begun == 0 ? MARK : SOI)) {
            throw ContentCheck.otherType();
        }
        if (++begun == 2) {
            part = Part.MARKER;
        }
    }

    /** Any number of FF may stand before a marker. */
    private void marker(int value) {
        if (value == MARK) {
            marked = true;
            return;
        }
        if (!marked) {
            throw ContentCheck.damaged();
        }
        marked = false;
        named(value);
    }

    private void named(int value) {
        marker = value;
        if (value == EOI) {
            part = Part.OVER;
            return;
        }
        if (value == 0 || value == SOI || isRestart(value)) {
            throw ContentCheck.damaged();
        }
        length = 0;
        lengthBytes = 0;
        part = Part.LENGTH;
    }

    private void length(int value) {
        length = length << 8 | value;
        if (++lengthBytes < 2) {
            return;
        }
        if (length < 2 || isFrame(marker) && length < FRAME + 2) {
            throw ContentCheck.damaged();
        }
        left = length - 2;
        framed = 0;
        part = Part.SEGMENT;
        if (left == 0) {
            pass(0);
        }
    }

    private void frame(int value) {
        if (framed < FRAME) {
            frame[framed++] = value;
            if (framed == FRAME) {
                Pixels.demand(frame[3] << 8 | frame[4], frame[1] << 8 | frame[2]);
                hasFrame = true;
            }
        }
        pass(1);
    }

    private void pass(int bytes) {
        left -= bytes;
        if (left == 0) {
            hasScan |= marker == SOS;
            part = marker == SOS ? Part.CODED : Part.MARKER;
        }
    }

    private void coded(int value) {
        if (!marked) {
            marked = value == MARK;
            return;
        }
        if (value == MARK) {
            return;
        }
        marked = false;
        if (value != 0 && !isRestart(value)) {
            named(value);
        }
    }

    private static boolean isRestart(int value) {
        return value >= 0xD0 && value <= 0xD7;
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which stand among them. */
    private static boolean isFrame(int value) {
        return value >= 0xC0 && value <= 0xCF && value != 0xC4 && value != 0xC8 && value != 0xCC;
    }

    @Override
    public void end() {
        if (part == Part.BEGIN) {
            throw ContentCheck.otherType();
        }
        if (part != Part.OVER || !hasFrame || !hasScan) {
            throw ContentCheck.damaged();
        }
    }
}
