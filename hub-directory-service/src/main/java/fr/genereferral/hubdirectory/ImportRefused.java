package fr.genereferral.hubdirectory;

import java.util.List;

/** A plan that the directory as it stands does not allow: the import's transaction ends with it. */
public class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ImportFault> faults;

    public ImportRefused(List<ImportFault> faults) {
        super("the directory does not allow it", null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<ImportFault> faults() {
        return faults;
    }
}
