package fr.genereferral.e2e.badinput;

import java.util.Set;

/**
 * What must be answered.
 *
 * @param codes the problem's code, or with a pointer that of the violation there; empty for any
 * @param pointer where the violation lies; null when no field can be named
 */
record Expected(Set<Integer> statuses, Set<String> codes, String pointer, Form form) {
    /** How the refusal looks. */
    enum Form {
        PROBLEM,
        /** What has no address never reaches the service: a line without words will do. */
        BARE,
        /** What is not HTTP leaves nothing to go on with: a line, and the end. */
        BARE_AND_CLOSED
    }

    static Expected problem(int status, String code) {
        return new Expected(Set.of(status), Set.of(code), null, Form.PROBLEM);
    }

    static Expected malformed() {
        return problem(400, "MALFORMED");
    }

    static Expected at(String pointer, String... codes) {
        return new Expected(Set.of(422), Set.of(codes), pointer, Form.PROBLEM);
    }

    static Expected any(Integer... statuses) {
        return new Expected(Set.of(statuses), Set.of(), null, Form.PROBLEM);
    }

    static Expected noAddress(Integer... statuses) {
        return new Expected(Set.of(statuses), Set.of(), null, Form.BARE);
    }

    static Expected notHttp(Integer... statuses) {
        return new Expected(Set.of(statuses), Set.of(), null, Form.BARE_AND_CLOSED);
    }
}
