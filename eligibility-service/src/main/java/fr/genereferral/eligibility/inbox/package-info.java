/**
 * What enters the service, at least once and perhaps out of order: each event is applied exactly once and in the order
 * of its sequence, in one transaction with its effects.
 */
package fr.genereferral.eligibility.inbox;
