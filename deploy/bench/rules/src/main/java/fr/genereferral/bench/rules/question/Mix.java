package fr.genereferral.bench.rules.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.json.DossierReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;

/**
 * Dossiers as hospitals might send them: cases of the rules' tests, most of them with a few things changed. No two are
 * the same, and the same seed makes the same ones.
 */
public final class Mix {
    public static final long SEED = 20_261_126;
    /** Enough that nothing is learnt by heart; a constant, for a benchmark says how much one call of it does. */
    public static final int SIZE = 512;

    private static final int MOST_CHANGES = 3;

    private final List<ObjectNode> cases;
    private final Random random;

    private Mix(List<ObjectNode> cases, long seed) {
        this.cases = cases;
        this.random = new Random(seed);
    }

    /** Dossiers that concern the catalogue. */
    public static List<Question> of(Catalogue catalogue) {
        return of(catalogue, SEED, SIZE);
    }

    public static List<Question> of(Catalogue catalogue, long seed, int size) {
        var concerning =
                Repository.cases().stream().filter(c -> concerns(c, catalogue)).toList();
        return new Mix(concerning, seed).make(size);
    }

    /** The cases as they are, with what they seek. */
    public static List<Question> unchanged(Catalogue catalogue) {
        return Repository.cases().stream()
                .filter(c -> concerns(c, catalogue))
                .map(c -> question(c, c.get("dossier")))
                .toList();
    }

    private static boolean concerns(ObjectNode given, Catalogue catalogue) {
        return catalogue.knows(given.at("/dossier/disease/orpha").asText())
                || StreamSupport.stream(given.at("/dossier/genetics/variants").spliterator(), false)
                        .anyMatch(variant -> catalogue.knows(variant.get("gene").asText()));
    }

    private List<Question> make(int size) {
        var questions = new ArrayList<Question>();
        var seen = new HashSet<JsonNode>();
        while (questions.size() < size) {
            var given = cases.get(random.nextInt(cases.size()));
            var changed =
                    new Changes(given.get("dossier").deepCopy(), cases, random).make(random.nextInt(MOST_CHANGES + 1));
            if (seen.add(changed)) {
                questions.add(question(given, changed));
            }
        }
        return questions;
    }

    private static Question question(ObjectNode given, JsonNode dossier) {
        var sought = new ArrayList<String>();
        given.get("therapiesSought").forEach(therapy -> sought.add(therapy.asText()));
        return new Question(
                DossierReader.read(dossier),
                List.copyOf(sought),
                LocalDate.parse(given.get("asOf").asText()));
    }
}
