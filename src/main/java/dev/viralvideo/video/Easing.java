package dev.viralvideo.video;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a movement's speed changes from its start (0) to its end (1), as an FFmpeg expression. */
public enum Easing {
    /** The same speed all the way. */
    LINEAR("(%s)"),
    /** Starts and ends gently: half a cosine. */
    SMOOTH("(0.5-0.5*cos(PI*(%s)))"),
    /** Almost steady, only the ends are rounded off; for a camera that drifts over a whole shot. */
    DRIFT("(0.7*(%1$s)+0.3*(0.5-0.5*cos(PI*(%1$s))))"),
    /** Starts fast and settles: a cubic. */
    SETTLE("(1-pow(1-(%s),3))");

    private final String pattern;

    Easing(String pattern) {
        this.pattern = pattern;
    }

    /** @param progress an expression that goes from 0 to 1 */
    public String of(String progress) {
        return String.format(Locale.ROOT, pattern, progress);
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Easing named(String name) {
        return Arrays.stream(values())
                .filter(easing -> easing.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not known; known are "
                        + Arrays.stream(values()).map(Easing::key).collect(Collectors.joining(", "))));
    }
}
