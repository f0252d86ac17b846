package dev.viralvideo.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.viralvideo.failure.Failure;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The shape of the picture, always with 1080 pixels on the short side. */
public enum Aspect {
    PORTRAIT("9:16", 1080, 1920),
    LANDSCAPE("16:9", 1920, 1080),
    SQUARE("1:1", 1080, 1080);

    private final String ratio;
    private final int width;
    private final int height;

    Aspect(String ratio, int width, int height) {
        this.ratio = ratio;
        this.width = width;
        this.height = height;
    }

    @JsonCreator
    public static Aspect of(String ratio) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.ratio.equals(ratio))
                .findFirst()
                .orElseThrow(() -> new Failure.Validation(
                        "UNKNOWN_ASPECT",
                        "aspect '" + ratio + "' is not known; use one of "
                                + Arrays.stream(values()).map(Aspect::ratio).collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String ratio() {
        return ratio;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
