package fr.genereferral.e2e.check;

import java.util.List;

/** Something that holds after every fault. */
public interface Invariant {
    List<Violation> violations(Evidence evidence);
}
