package dev.viralvideo.api;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.Failure.Category;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An error as the caller sees it: a problem detail (RFC 9457) with our category and code.
 *
 * @param type      where the code is explained
 * @param errors    each thing that is wrong, where there are several; else null
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        Category category,
        String code,
        boolean retryable,
        List<Wrong> errors) {
    /** Seconds after which what may be cured by waiting is worth another try. */
    static final int RETRY_AFTER = 5;

    private static final int MOST_ERRORS = 50;
    private static final Set<String> CONFLICTS =
            Set.of("PROJECT_RUNNING", "PROJECT_CANCELLED", "PROJECT_COMPLETED", "STAGE_NOT_REACHED", "NOT_FINISHED");
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("NO_TOKEN", 401),
            Map.entry("BAD_TOKEN", 401),
            Map.entry("SCOPE_MISSING", 403),
            Map.entry("FOREIGN_ORIGIN", 403),
            Map.entry("METHOD_NOT_ALLOWED", 405),
            Map.entry("BODY_TOO_LARGE", 413),
            Map.entry("BODY_TOO_SLOW", 408),
            Map.entry("NOT_JSON", 415),
            Map.entry("BAD_RANGE", 416),
            Map.entry("IDEMPOTENCY_KEY_REUSED", 422),
            Map.entry("TOO_MANY_REQUESTS", 429),
            Map.entry("RENDITION_FAILED", 502));

    static Problem of(Failure failure, String instance) {
        return of(failure, instance, null);
    }

    static Problem of(Failure failure, String instance, List<Wrong> errors) {
        String code = failure.code();
        return new Problem(
                "/docs#" + code,
                title(code),
                status(failure),
                failure.getMessage(),
                instance,
                failure.category(),
                code,
                failure.retryable(),
                errors == null ? null : errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
    }

    private static int status(Failure failure) {
        String code = failure.code();
        if (STATUS.containsKey(code)) {
            return STATUS.get(code);
        }
        if (code.startsWith("NO_SUCH_")) {
            return 404;
        }
        if (CONFLICTS.contains(code)) {
            return 409;
        }
        // a template or style that is not there is a wrong setting to the command, and a wrong name here
        if (failure.category() == Category.VALIDATION || code.startsWith("UNKNOWN_")) {
            return 400;
        }
        return switch (failure.category()) {
            case RESOURCE -> 503;
            case EXTERNAL_SERVICE -> 502;
            default -> 500;
        };
    }

    /** {@code BODY_TOO_LARGE} reads as "Body too large". */
    private static String title(String code) {
        return code.charAt(0)
                + code.substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
