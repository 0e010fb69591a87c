package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.util.UUID;

/**
 * What a hub does with an offer: it looks, or says yes or no.
 *
 * @param by subject of the person
 */
public record Answer(UUID offer, String by, Instant at) {}
