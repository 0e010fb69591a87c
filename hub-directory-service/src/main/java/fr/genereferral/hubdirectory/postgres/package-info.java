/** PostgreSQL: the ports' stored side, every transaction but the inbox's, and who may see which row. */
package fr.genereferral.hubdirectory.postgres;
