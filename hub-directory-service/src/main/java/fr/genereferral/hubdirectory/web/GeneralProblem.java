package fr.genereferral.hubdirectory.web;

/** Stable codes for what the framework refuses before our code is reached. */
final class GeneralProblem {
    private GeneralProblem() {}

    static String codeOf(int status) {
        return switch (status) {
            case 400 -> "MALFORMED";
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 412 -> "STALE";
            case 413 -> "TOO_LARGE";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            case 503 -> "UNAVAILABLE";
            default -> "INTERNAL";
        };
    }
}
