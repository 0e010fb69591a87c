/** What was found, as a page in Markdown: the machine, the command, every round, and whether each target was met. */
package fr.genereferral.bench.report;
