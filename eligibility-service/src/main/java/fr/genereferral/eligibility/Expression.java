package fr.genereferral.eligibility;

import java.util.Optional;
import java.util.stream.Stream;

/** What a criterion demands, read from a rule pack: evaluated in three-valued logic, explained node by node. */
public sealed interface Expression permits Connective, Leaf {

    Explanation evaluate(Evidence evidence);

    /** The same answer without the reasons: it is asked again for many days and many guesses. */
    Truth truth(Evidence evidence);

    /** The demands at the bottom, those that look at the dossier. */
    Stream<Leaf> leaves();

    /** A demand at the bottom has the input that it looks at; an age and the connectives have none. */
    default Optional<Input> input() {
        return Optional.empty();
    }
}
