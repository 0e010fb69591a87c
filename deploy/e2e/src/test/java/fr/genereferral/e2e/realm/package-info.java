/** What the realm of the repository says in its tokens, the tool that adds an organisation to it, and what services are told. */
package fr.genereferral.e2e.realm;
