/** The broker and its topics. */
package fr.genereferral.local.kafka;
