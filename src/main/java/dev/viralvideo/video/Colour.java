package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * Scales a source and makes its pixels what every segment has: BT.709, limited range, 8 bits, 4:2:0, square
 * (ITU-R BT.709-6).
 */
final class Colour {
    /** Nominal peak that PQ and HLG are brought down from, in cd/m² (ITU-R BT.2408 reference white is 203). */
    private static final int REFERENCE_WHITE = 203;

    private Colour() {}

    static List<Filter> scaled(SourceFormat source, int width, int height, String flags) {
        List<Filter> filters = new ArrayList<>();
        if (source.hdr()) {
            filters.add(scale(width, height, flags));
            filters.addAll(toneMapped());
        } else if (source.wide()) {
            filters.add(scale(width, height, flags));
            filters.add(Filter.of("zscale")
                    .with("primaries", "bt709")
                    .with("transfer", "bt709")
                    .with("matrix", "bt709")
                    .with("range", "limited"));
        } else {
            filters.add(toBt709(scale(width, height, flags), source));
        }
        String pixels = source.alpha() ? "yuva420p" : "yuv420p";
        filters.add(Filter.of("format").with("pix_fmts", pixels));
        filters.add(Filter.of("setsar").with("sar", "1"));
        return filters;
    }

    /** A picture with alpha that we drew ourselves: only its colours are converted. */
    static List<Filter> drawn() {
        return List.of(toBt709(Filter.of("scale"), null), Filter.of("format").with("pix_fmts", "yuva420p"));
    }

    private static Filter scale(int width, int height, String flags) {
        return Filter.of("scale").with("w", width).with("h", height).with("flags", flags);
    }

    private static Filter toBt709(Filter scale, SourceFormat source) {
        Filter known = source == null || source.rgb() ? scale : scale.with("in_color_matrix", source.assumedMatrix());
        return known.with("out_color_matrix", "bt709").with("out_range", "tv");
    }

    private static List<Filter> toneMapped() {
        return List.of(
                Filter.of("zscale").with("transfer", "linear").with("npl", REFERENCE_WHITE),
                Filter.of("format").with("pix_fmts", "gbrpf32le"),
                Filter.of("zscale").with("primaries", "bt709"),
                Filter.of("tonemap").with("tonemap", "hable").with("desat", 0),
                Filter.of("zscale")
                        .with("transfer", "bt709")
                        .with("matrix", "bt709")
                        .with("range", "limited"));
    }
}
