package fr.genereferral.eligibility.preview;

import fr.genereferral.eligibility.Dossier;
import java.util.List;

/** A dossier to be judged in two ways. */
record ComparisonRequest(List<String> therapiesSought, Dossier dossier, Thought first, Thought second) {}
