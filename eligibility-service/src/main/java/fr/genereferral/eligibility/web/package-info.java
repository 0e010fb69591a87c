/** The door: who is calling, how problems look, how the API describes itself. Knows the root alone. */
package fr.genereferral.eligibility.web;
