package fr.genereferral.eligibility.preview;

import fr.genereferral.eligibility.Dossier;
import java.util.List;

/** A dossier to be judged in one way. */
record PreviewRequest(List<String> therapiesSought, Dossier dossier, Thought thought) {}
