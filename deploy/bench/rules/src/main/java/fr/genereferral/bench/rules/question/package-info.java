/** What both engines are asked: packs and dossiers, made from the repository's own and from a seed. */
package fr.genereferral.bench.rules.question;
