package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;

/** Port to the directory as a whole, as it stands now. */
public interface Directories {
    Uni<Directory> current();
}
