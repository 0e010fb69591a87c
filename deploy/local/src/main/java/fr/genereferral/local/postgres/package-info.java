/** PostgreSQL: its settings, databases and roles. No table is made here, the services migrate. */
package fr.genereferral.local.postgres;
