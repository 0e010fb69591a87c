/** A referral is routed, stopped or closed: what referral-service published begins, ends or closes the search for a hub. */
package fr.genereferral.hubdirectory.placement;
