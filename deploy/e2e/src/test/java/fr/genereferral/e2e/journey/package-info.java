/** A child's way as people live it: referred, judged, offered, answered, changed on the way; and the README's own calls. */
package fr.genereferral.e2e.journey;
