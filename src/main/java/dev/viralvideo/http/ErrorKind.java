package dev.viralvideo.http;

/** Why a remote service did not do what was asked; decides what may be done next. */
public enum ErrorKind {
    /** The key is missing, wrong or may not do this: the provider is left alone and the operator told. */
    AUTH(false, true, "refuses the key, or the key may not do this"),
    /** The paid or free allowance is used up: left alone until it is reset. */
    QUOTA(false, true, "says that the allowance is used up"),
    /** Too fast: wait as told, then again. */
    RATE_LIMITED(true, false, "says that it is asked too often"),
    /** Turned away at the edge, for the User-Agent or the address: left alone. */
    BLOCKED(false, true, "turns this program away"),
    /** A bug or bad input: the same request would fail again. */
    INVALID_REQUEST(false, false, "does not accept the request"),
    /** This item is gone or the list has ended: take the next. */
    NOT_FOUND(false, false, "has nothing there"),
    /** The content itself is unwanted there: change it. */
    CONTENT_REFUSED(false, false, "refuses the content"),
    /** An answer that cannot be used; asking again is bounded and may be billed, so the caller decides. */
    INVALID_OUTPUT(false, false, "gave an answer that cannot be used"),
    /** A fault that may pass: again after a pause. */
    TRANSIENT(true, false, "has trouble"),
    /** Unknown model, voice or endpoint: the operator mends the configuration. */
    CONFIG(false, false, "does not know the model, the voice or the address");

    private final boolean retryable;
    private final boolean stopsProvider;
    private final String meaning;

    ErrorKind(boolean retryable, boolean stopsProvider, String meaning) {
        this.retryable = retryable;
        this.stopsProvider = stopsProvider;
        this.meaning = meaning;
    }

    public boolean retryable() {
        return retryable;
    }

    /** For people, after the provider's name: {@code openai: says that the allowance is used up}. */
    public String meaning() {
        return meaning;
    }

    /** True when other calls to the same provider would fail alike. */
    public boolean stopsProvider() {
        return stopsProvider;
    }
}
