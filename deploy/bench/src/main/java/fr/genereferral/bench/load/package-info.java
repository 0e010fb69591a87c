/** Sends: as fast as answers come (for the greatest rate), or at times fixed in advance (for latency). */
package fr.genereferral.bench.load;
