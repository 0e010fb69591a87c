package fr.genereferral.referral.documents.content;

/**
 * A ZIP archive is found by its end: a file can be one and begin as something else. Its last record names the length of the
 * comment that follows it, which reaches exactly to the end of the file.
 */
final class ArchiveCheck implements ContentCheck {
    /** The record without its comment, which may take 65,535 bytes. */
    private static final int RECORD = 22;

    private static final int COMMENT = 20;

    private final ContentCheck own;
    private final Tail tail = new Tail(RECORD + 0xFFFF);

    ArchiveCheck(ContentCheck own) {
        this.own = own;
    }

    @Override
    public void take(byte[] bytes, int length) {
        own.take(bytes, length);
        tail.take(bytes, length);
    }

    @Override
    public void end() {
        own.end();
        for (var at = 0; at + RECORD <= tail.length(); at++) {
            if (begins(at) && at + RECORD + comment(at) == tail.length()) {
                throw ContentCheck.carriesMore();
            }
        }
    }

    private boolean begins(int at) {
        return tail.at(at) == 'P' && tail.at(at + 1) == 'K' && tail.at(at + 2) == 5 && tail.at(at + 3) == 6;
    }

    private int comment(int at) {
        return tail.at(at + COMMENT) | tail.at(at + COMMENT + 1) << 8;
    }
}
