package dev.viralvideo.video;

import java.util.Set;
import java.util.TreeSet;

/**
 * How one shot gives way to the next, read from one file in {@code styles/transitions/}.
 *
 * @param filter the name of a transition of FFmpeg's xfade filter, or {@code none} for a hard cut
 * @param easing how its speed changes, {@code smooth} when absent
 * @param zoom   how far the old picture is zoomed into meanwhile, 1 (not at all, the default) to 4
 */
public record Transition(String name, String description, String filter, Easing easing, Double zoom) {
    private static final String NONE = "none";

    /** What FFmpeg 7.1 and later know; {@code custom} is left out: it is code, and far too slow. */
    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            NONE,
            "fade",
            "fadefast",
            "fadeslow",
            "fadeblack",
            "fadewhite",
            "fadegrays",
            "dissolve",
            "pixelize",
            "distance",
            "hblur",
            "radial",
            "zoomin",
            "wipeleft",
            "wiperight",
            "wipeup",
            "wipedown",
            "wipetl",
            "wipetr",
            "wipebl",
            "wipebr",
            "slideleft",
            "slideright",
            "slideup",
            "slidedown",
            "smoothleft",
            "smoothright",
            "smoothup",
            "smoothdown",
            "circlecrop",
            "rectcrop",
            "circleopen",
            "circleclose",
            "vertopen",
            "vertclose",
            "horzopen",
            "horzclose",
            "diagtl",
            "diagtr",
            "diagbl",
            "diagbr",
            "hlslice",
            "hrslice",
            "vuslice",
            "vdslice",
            "hlwind",
            "hrwind",
            "vuwind",
            "vdwind",
            "coverleft",
            "coverright",
            "coverup",
            "coverdown",
            "revealleft",
            "revealright",
            "revealup",
            "revealdown",
            "squeezeh",
            "squeezev"));

    public Transition {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name is missing");
        }
        if (filter == null || !KNOWN.contains(filter)) {
            throw new IllegalArgumentException(
                    "filter '" + filter + "' is not known; known are " + String.join(", ", KNOWN));
        }
        description = description == null ? "" : description;
        easing = easing == null ? Easing.SMOOTH : easing;
        zoom = zoom == null ? 1 : zoom;
        if (!(zoom >= 1 && zoom <= 4)) {
            throw new IllegalArgumentException("zoom must be 1 to 4, is " + zoom);
        }
    }

    /** Nothing is blended: the next shot is simply there. */
    public boolean isCut() {
        return filter.equals(NONE);
    }
}
