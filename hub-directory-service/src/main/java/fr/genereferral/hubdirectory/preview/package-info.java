/** Which hub would be asked: a match run for nobody in particular, made as the real ones are, and not stored. */
package fr.genereferral.hubdirectory.preview;
