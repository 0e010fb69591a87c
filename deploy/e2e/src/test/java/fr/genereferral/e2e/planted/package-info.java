/**
 * The harness is tested too: a bug is planted in a service, and the checker has to find it. A bug is a difference to the
 * service's own source, kept in {@code src/test/resources/planted}; it is compiled when a test asks for it and laid over
 * the packaged service by an agent of the test's own. Nothing of it is in the sources or the packages of the services.
 */
package fr.genereferral.e2e.planted;
