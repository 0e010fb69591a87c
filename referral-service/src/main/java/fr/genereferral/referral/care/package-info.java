/** Care begins and ends in the hub in charge: the hospital that sent the child is told. */
package fr.genereferral.referral.care;
