/** Why this hub, why not another: match runs and offers of a placement, as far as the reader may see them. */
package fr.genereferral.hubdirectory.tracking;
