package fr.genereferral.eligibility.json;

import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Reading;

/**
 * What is said of one kind of node.
 *
 * @param unknown when its input decides nothing; null when that is said no other way
 * @param ofPatient of what has no date; null when that is said no other way
 */
record NodeSentences(Sentence usual, Sentence unknown, Sentence ofPatient) {

    /** @param reading null for a node without one */
    Sentence of(Reading reading) {
        if (reading == null) {
            return usual;
        }
        if (unknown != null && !reading.isUsable()) {
            return unknown;
        }
        return ofPatient != null && reading.input().kind() == Input.Kind.PATIENT ? ofPatient : usual;
    }
}
