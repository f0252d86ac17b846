package dev.viralvideo.http;

/** Why a remote service did not do what was asked; decides what may be done next. */
public enum ErrorKind {
    /** The key is missing, wrong or may not do this: the provider is left alone and the operator told. */
    AUTH(false, true),
    /** The paid or free allowance is used up: left alone until it is reset. */
    QUOTA(false, true),
    /** Too fast: wait as told, then again. */
    RATE_LIMITED(true, false),
    /** Turned away at the edge, for the User-Agent or the address: left alone. */
    BLOCKED(false, true),
    /** A bug or bad input: the same request would fail again. */
    INVALID_REQUEST(false, false),
    /** This item is gone or the list has ended: take the next. */
    NOT_FOUND(false, false),
    /** The content itself is unwanted there: change it. */
    CONTENT_REFUSED(false, false),
    /** An answer that cannot be used; asking again is bounded and may be billed, so the caller decides. */
    INVALID_OUTPUT(false, false),
    /** A fault that may pass: again after a pause. */
    TRANSIENT(true, false),
    /** Unknown model, voice or endpoint: the operator mends the configuration. */
    CONFIG(false, false);

    private final boolean retryable;
    private final boolean stopsProvider;

    ErrorKind(boolean retryable, boolean stopsProvider) {
        this.retryable = retryable;
        this.stopsProvider = stopsProvider;
    }

    public boolean retryable() {
        return retryable;
    }

    /** True when other calls to the same provider would fail alike. */
    public boolean stopsProvider() {
        return stopsProvider;
    }
}
