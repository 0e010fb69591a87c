/**
 * How alike two records of a child are: what agrees, what differs, what weighs how much. Plain values in, plain values out; it
 * reads nothing, keeps nothing and decides about nobody: a person does.
 */
package fr.genereferral.referral.likeness;
