package fr.genereferral.bench.rules.drools;

import fr.genereferral.bench.rules.question.Question;
import fr.genereferral.eligibility.Gene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** A session of Drools that holds the packs; the facts of a dossier come and go. */
final class Session {
    private final KieSession session;
    private final Map<String, Gene> genes;
    private final List<Answer> answers = new ArrayList<>();

    Session(KieBase rules, List<Pack> packs, Map<String, Gene> genes) {
        this.session = rules.newKieSession();
        this.genes = genes;
        session.setGlobal("answers", answers);
        packs.forEach(session::insert);
    }

    List<Answer> judge(Question question) {
        KnownOnTheDay.of(question, genes).forEach(session::insert);
        session.fireAllRules();
        return List.copyOf(answers);
    }

    /** Takes out all that came with a dossier and all that was concluded from it. */
    void clear() {
        answers.clear();
        new ArrayList<FactHandle>(session.getFactHandles(fact -> !(fact instanceof Pack))).forEach(session::delete);
    }

    void end() {
        session.dispose();
    }
}
