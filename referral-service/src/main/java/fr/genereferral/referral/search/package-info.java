/** A hospital finds again whom it has sent, by who the patient is. What it looks for is in no address and in no log. */
package fr.genereferral.referral.search;
