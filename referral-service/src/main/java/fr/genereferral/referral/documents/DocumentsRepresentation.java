package fr.genereferral.referral.documents;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that was ever attached to a referral, oldest first. */
@Schema(name = "Documents")
record DocumentsRepresentation(List<DocumentRepresentation> items) {}
