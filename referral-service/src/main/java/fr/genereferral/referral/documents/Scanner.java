package fr.genereferral.referral.documents;

import fr.genereferral.referral.AttachedDocument.Scan;
import fr.genereferral.referral.Refused;

/** Port to a virus scanner, which looks at a content while it comes. */
interface Scanner {
    Scanning begin();

    /** One content that is being looked at. */
    interface Scanning extends AutoCloseable {
        void take(byte[] bytes, int length);

        /** @throws Refused where something was found, or the scanner does not answer */
        Scan end();

        @Override
        void close();
    }
}
