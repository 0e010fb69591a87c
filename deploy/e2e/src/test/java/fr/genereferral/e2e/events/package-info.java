/** What a broker may do to events, and what may lie on a topic that no service wrote: nothing changes, nobody waits. */
package fr.genereferral.e2e.events;
