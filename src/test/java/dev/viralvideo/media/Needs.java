package dev.viralvideo.media;

import dev.viralvideo.intake.Aspect;
import dev.viralvideo.script.Segment;
import java.util.List;

/** Shot needs for tests. */
public final class Needs {
    public static final List<String> NAVY = List.of("#0b1d3a", "#0f5a63", "#ffb020", "#ffffff");
    public static final List<String> LIGHT = List.of("#fdf3e3", "#f6c9a8", "#e4572e", "#22223b");

    private Needs() {}

    public static ShotNeed of(int index, String... terms) {
        return with(index, Aspect.PORTRAIT, List.of(), terms);
    }

    public static ShotNeed closing(int index, String... terms) {
        return of(index, Segment.Kind.OUTRO, Aspect.PORTRAIT, List.of(), terms);
    }

    public static ShotNeed with(int index, Aspect aspect, List<String> media, String... terms) {
        return of(index, index == 0 ? Segment.Kind.HOOK : Segment.Kind.ITEM, aspect, media, terms);
    }

    private static ShotNeed of(int index, Segment.Kind kind, Aspect aspect, List<String> media, String... terms) {
        return new ShotNeed("p1", index, kind, List.of(terms), "", 5, aspect, media, NAVY, 7, 0.6);
    }
}
