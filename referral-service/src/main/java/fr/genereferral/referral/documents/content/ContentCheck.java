package fr.genereferral.referral.documents.content;

import fr.genereferral.referral.DocumentType;
import fr.genereferral.referral.Refused;

/**
 * Looks at a content while it comes, piece after piece, and says whether it is what it is said to be, whole, and nothing else
 * besides. Nothing is decoded: what a picture shows is drawn by whoever reads it, never here.
 */
public interface ContentCheck {

    /** @throws Refused as soon as it shows that the content cannot be taken */
    void take(byte[] bytes, int length);

    /** @throws Refused when something is missing at the end */
    void end();

    static ContentCheck of(DocumentType type) {
        var own =
                switch (type) {
                    case PDF -> new PdfCheck();
                    case PNG -> new PngCheck();
                    case JPEG -> new JpegCheck();
                };
        return new ArchiveCheck(own);
    }

    static Refused otherType() {
        return Refused.because("DOCUMENT_TYPE_DIFFERS");
    }

    static Refused damaged() {
        return Refused.because("DOCUMENT_DAMAGED");
    }

    static Refused carriesMore() {
        return Refused.because("DOCUMENT_CARRIES_MORE");
    }
}
