/** The three services as packaged, run as processes beside the servers. */
package fr.genereferral.local.service;
