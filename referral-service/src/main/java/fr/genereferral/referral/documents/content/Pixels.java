package fr.genereferral.referral.documents.content;

import fr.genereferral.referral.Refused;

/** How large a picture may be that somebody is to draw: a few kilobytes may ask for gigabytes. */
final class Pixels {
    /** A sheet of A4 at 1,200 dots an inch has 139 million. [CONV] */
    private static final long MOST = 200_000_000;

    private Pixels() {}

    static void demand(long width, long height) {
        if (width < 1 || height < 1) {
            throw ContentCheck.damaged();
        }
        if (width * height > MOST) {
            throw Refused.because("DOCUMENT_TOO_DETAILED");
        }
    }
}
