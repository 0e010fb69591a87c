/** What is measured: how fast referrals are taken in, how soon an offer stands, how fast a backlog goes. */
package fr.genereferral.bench.scenario;
