/** What a hub can do: it tells how many and when it rests; everybody reads it; its own people see what became free. */
package fr.genereferral.hubdirectory.capacity;
