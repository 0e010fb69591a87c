/** Hubs are asked and answer: what hub-directory-service published moves the referral on. */
package fr.genereferral.referral.placement;
