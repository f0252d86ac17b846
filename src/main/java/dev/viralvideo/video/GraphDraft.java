package dev.viralvideo.video;

import dev.viralvideo.video.filter.Filter;
import dev.viralvideo.video.filter.FilterChain;
import dev.viralvideo.video.filter.FilterGraph;
import dev.viralvideo.video.quality.PictureDetectors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Collects the inputs and chains of one call while it is being put together; confined to one thread. */
final class GraphDraft {
    private final int width;
    private final int height;
    private final int fps;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<FilterChain> chains = new ArrayList<>();

    GraphDraft(int width, int height, int fps) {
        this.width = width;
        this.height = height;
        this.fps = fps;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int fps() {
        return fps;
    }

    /** Adds an input file; the prefix keeps a name such as {@code -y} or {@code a:b} a name. Returns its pad. */
    String input(String file, List<String> options) {
        inputs.addAll(List.of("-threads", "1"));
        inputs.addAll(options);
        inputs.addAll(List.of("-i", "file:" + file));
        files.add(file);
        return (files.size() - 1) + ":v";
    }

    /** Adds a chain and returns the label of its output. */
    String chain(List<String> pads, List<Filter> filters) {
        String label = "p" + chains.size();
        chains.add(new FilterChain(pads, filters, List.of(label)));
        return label;
    }

    /** The same frames several times, for as many chains. */
    List<String> split(String pad, int times) {
        List<String> labels = IntStream.range(0, times)
                .mapToObj(i -> "p" + chains.size() + "s" + i)
                .toList();
        chains.add(new FilterChain(List.of(pad), List.of(Filter.of("split").with("outputs", times)), labels));
        return labels;
    }

    /** Ends the draft: this picture, with its colours tagged, is what comes out as {@code out}. */
    void finish(String picture) {
        finish(picture, List.of());
    }

    /** Likewise, and its frames are watched on their way. */
    void finishWatched(String picture) {
        finish(picture, PictureDetectors.written());
    }

    private void finish(String picture, List<Filter> last) {
        List<Filter> filters = new ArrayList<>();
        filters.add(Filter.of("format").with("pix_fmts", "yuv420p"));
        filters.add(Filter.of("setparams")
                .with("range", "tv")
                .with("color_primaries", "bt709")
                .with("color_trc", "bt709")
                .with("colorspace", "bt709"));
        filters.addAll(last);
        chains.add(new FilterChain(List.of(picture), filters, List.of("out")));
    }

    List<String> inputs() {
        return inputs;
    }

    List<String> files() {
        return files;
    }

    FilterGraph graph() {
        return new FilterGraph(chains);
    }
}
