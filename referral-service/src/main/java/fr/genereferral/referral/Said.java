package fr.genereferral.referral;

import java.util.UUID;

/** A message and the question that it speaks of, for the port to store. */
public record Said(UUID question, Question.Message message) {}
