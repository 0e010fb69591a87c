/**
 * Who may do what: the tables of rights ({@code src/test/resources/rights.csv} of each service) held against the running
 * platform, and what stands behind the rights when one of them is forgotten.
 */
package fr.genereferral.e2e.rights;
