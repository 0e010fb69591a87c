/**
 * A referral: one child, one disease, one hospital asking that a hub take the child for a gene therapy. Here stand the
 * aggregate, its words and its ports, in plain Java; who may change a referral is said on {@link
 * fr.genereferral.referral.Referral}. Capabilities live in the folders beside, technology in folders named after what
 * is outside.
 */
package fr.genereferral.referral;
