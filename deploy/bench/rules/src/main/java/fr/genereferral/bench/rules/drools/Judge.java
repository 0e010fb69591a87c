package fr.genereferral.bench.rules.drools;

import fr.genereferral.bench.rules.question.Question;
import java.util.List;

/** Judges a dossier under the packs that concern it. */
@FunctionalInterface
public interface Judge {
    List<Answer> judge(Question question);
}
