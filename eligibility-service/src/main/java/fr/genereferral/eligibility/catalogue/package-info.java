/** Reference data for integrators: which facts may be stated, which therapies there are and what each demands. */
package fr.genereferral.eligibility.catalogue;
