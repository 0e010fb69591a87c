package fr.genereferral.referral.documents;

import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.IdentitySeal;
import java.io.IOException;
import java.io.OutputStream;

/** A document that was tried whole, to be written out once. */
record OpenDocument(AttachedDocument document, Details details, IdentitySeal seal, Spool spool, Slots.Slot slot)
        implements AutoCloseable {

    OpenDocument holding(Slots.Slot held) {
        return new OpenDocument(document, details, seal, spool, held);
    }

    void writeTo(OutputStream out) throws IOException {
        for (var number = 0; number < document.chunks(); number++) {
            var place = AttachedDocument.place(document.id(), number, number == document.chunks() - 1);
            out.write(seal.open(place, spool.piece(number)));
        }
    }

    @Override
    public void close() {
        try {
            spool.close();
        } finally {
            slot.close();
        }
    }

    @Override
    public String toString() {
        return "OpenDocument[" + document.id() + "]";
    }
}
