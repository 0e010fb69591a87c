/** What breaks: processes, servers, connections, clients; and two who act at the same instant. */
package fr.genereferral.e2e.faults;
