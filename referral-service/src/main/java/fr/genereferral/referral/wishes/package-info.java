/** What the family wants, said anew while a hub is looked for: its hospital replaces what it had said. */
package fr.genereferral.referral.wishes;
