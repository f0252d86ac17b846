package dev.viralvideo.keys;

/** A value that must never be shown. Only {@link #reveal} gives it away; logs, messages and JSON get a mask. */
public final class Secret {
    static final String MASK = "***";

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one place that sends it. */
    public String reveal() {
        return value;
    }

    @com.fasterxml.jackson.annotation.JsonValue
    @Override
    public String toString() {
        return MASK;
    }
}
