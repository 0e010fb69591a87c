/** The words of the API, as data: states, reasons, problems. */
package fr.genereferral.referral.reference;
