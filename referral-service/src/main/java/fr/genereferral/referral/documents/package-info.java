/**
 * Documents of a referral: attached by its hospital, read where its identity may be read, taken back with a record. Checked for
 * what they are said to be, kept sealed, and never whole in memory.
 */
package fr.genereferral.referral.documents;
