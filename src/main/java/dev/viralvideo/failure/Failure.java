package dev.viralvideo.failure;

/**
 * Every failure that a user or an operator can meet. The class is the category; {@code code} is stable and
 * machine-readable (for example {@code TOPIC_TOO_LONG}); the message says what happened, where, and what to do.
 */
public abstract sealed class Failure extends RuntimeException {
    /** What kind of thing went wrong; decides whether a retry can help and which exit code the command gives. */
    public enum Category {
        CONFIGURATION,
        VALIDATION,
        EXTERNAL_SERVICE,
        PROCESSING,
        RESOURCE,
        SYSTEM
    }

    private final Category category;
    private final String code;
    private final boolean retryable;

    private Failure(Category category, String code, boolean retryable, String message, Throwable cause) {
        super(message, cause);
        this.category = category;
        this.code = code;
        this.retryable = retryable;
    }

    public Category category() {
        return category;
    }

    public String code() {
        return code;
    }

    public boolean retryable() {
        return retryable;
    }

    /** A setting, template or route file is wrong: the operator mends it, a retry does not. */
    public static final class Configuration extends Failure {
        public Configuration(String code, String message) {
            this(code, message, null);
        }

        public Configuration(String code, String message, Throwable cause) {
            super(Category.CONFIGURATION, code, false, message, cause);
        }
    }

    /** The request itself is wrong: the user mends it, a retry does not. */
    public static final class Validation extends Failure {
        public Validation(String code, String message) {
            this(code, message, null);
        }

        public Validation(String code, String message, Throwable cause) {
            super(Category.VALIDATION, code, false, message, cause);
        }
    }

    /** A provider did not do its part. */
    public static final class ExternalService extends Failure {
        public ExternalService(String code, boolean retryable, String message, Throwable cause) {
            super(Category.EXTERNAL_SERVICE, code, retryable, message, cause);
        }
    }

    /** Our own work on good input failed: FFmpeg crashed, or the result did not pass its measurements. */
    public static final class Processing extends Failure {
        public Processing(String code, boolean retryable, String message) {
            this(code, retryable, message, null);
        }

        public Processing(String code, boolean retryable, String message, Throwable cause) {
            super(Category.PROCESSING, code, retryable, message, cause);
        }
    }

    /** Disk, memory or another bounded thing ran out, or a file cannot be read or written. */
    public static final class Resource extends Failure {
        public Resource(String code, String message) {
            this(code, message, null);
        }

        public Resource(String code, String message, Throwable cause) {
            super(Category.RESOURCE, code, true, message, cause);
        }
    }

    /** A bug of ours. */
    public static final class Internal extends Failure {
        public Internal(String message, Throwable cause) {
            super(Category.SYSTEM, "INTERNAL", false, message, cause);
        }
    }
}
