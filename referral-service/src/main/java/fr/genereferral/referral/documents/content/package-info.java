/** What a file must look like to be taken for what it is said to be. */
package fr.genereferral.referral.documents.content;
