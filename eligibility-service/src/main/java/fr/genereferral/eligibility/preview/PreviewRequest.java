package fr.genereferral.eligibility.preview;

import fr.genereferral.eligibility.Dossier;
import java.time.LocalDate;
import java.util.List;

/** A dossier to be judged as of a day. */
record PreviewRequest(LocalDate asOf, List<String> therapiesSought, Dossier dossier) {}
