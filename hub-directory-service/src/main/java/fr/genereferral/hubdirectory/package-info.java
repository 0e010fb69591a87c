/**
 * The placement of a referral: which hubs could take the child, in which order, who is being asked and who said yes.
 * Only the behaviour of {@link fr.genereferral.hubdirectory.Placement} moves an offer, and only that of {@link
 * fr.genereferral.hubdirectory.Hub} changes what a hub is accredited for. Nothing here knows HTTP, Kafka or SQL.
 */
package fr.genereferral.hubdirectory;
