package fr.genereferral.hubdirectory.travel;

/**
 * What a family needs for a journey beside the way itself.
 *
 * @param overnight a place to sleep, because nobody goes there and back in a day
 * @param accompaniment somebody who comes along, whatever the patient's age; a child is never alone anyway
 */
public record TravelNeeds(boolean overnight, boolean accompaniment) {}
