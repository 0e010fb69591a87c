/** What a hub does: it lists its offers, opens one, takes the child or says no. */
package fr.genereferral.hubdirectory.answer;
