package fr.genereferral.hubdirectory.reference;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** French and English. */
@Schema(name = "Label")
record Label(String fr, String en) {}
