package fr.genereferral.referral.documents;

import fr.genereferral.referral.AttachedDocument.Scan;

/** None is installed: nothing is found out, and the reader is told so. */
final class NoScanner implements Scanner {
    private static final Scanning NOTHING = new Scanning() {
        @Override
        public void take(byte[] bytes, int length) {}

        @Override
        public Scan end() {
            return Scan.NOT_SCANNED;
        }

        @Override
        public void close() {}
    };

    @Override
    public Scanning begin() {
        return NOTHING;
    }
}
