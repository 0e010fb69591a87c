/**
 * The checker: what must hold of the platform after any fault, judged from outside. It reads HTTP as each organisation, the
 * databases and the topics, and knows no class of a service. Here live the invariants, one small class each, the book that
 * clients keep, and what the invariants are judged by.
 */
package fr.genereferral.e2e.check;
