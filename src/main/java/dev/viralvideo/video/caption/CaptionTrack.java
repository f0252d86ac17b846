package dev.viralvideo.video.caption;

import dev.viralvideo.audio.AudioTracks.NarratedSegment;
import dev.viralvideo.files.AtomicFile;
import dev.viralvideo.graphics.Canvas;
import dev.viralvideo.graphics.Face;
import dev.viralvideo.graphics.Fonts;
import dev.viralvideo.graphics.PngFile;
import dev.viralvideo.graphics.TextBlock;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.script.Palette;
import dev.viralvideo.script.Template;
import dev.viralvideo.video.Overlay;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** Draws a segment's word-by-word captions: one strip for each distinct state, and the list of when which is shown. */
public final class CaptionTrack {
    private final Fonts fonts;
    private final Executor executor;

    /** @param executor draws strips; the calling thread draws too, so that a busy or bounded one cannot block it */
    public CaptionTrack(Fonts fonts, Executor executor) {
        this.fonts = fonts;
        this.executor = executor;
    }

    /**
     * Writes {@code caption-NNNN.png} and {@code captions.ffconcat} into the folder (one folder for one segment).
     *
     * @return nothing when there is no word that can be drawn
     */
    public Optional<Overlay> draw(
            NarratedSegment segment,
            CaptionStyle style,
            Palette palette,
            Aspect aspect,
            Template.Fonts names,
            Path folder) {
        int frames = FrameGrid.frame(segment.end()) - FrameGrid.frame(segment.start());
        Face face = fonts.face(names.caption());
        CaptionPainter painter = new CaptionPainter(style, CaptionColours.of(style, palette), face, aspect);
        List<Caption> captions = new CaptionLayout(style, face)
                .captions(segment.speech().words(), segment.speechStart() - segment.start(), frames);
        Map<Integer, TextBlock> blocks = new TreeMap<>();
        for (int i = 0; i < captions.size(); i++) {
            int number = i;
            painter.set(captions.get(i)).ifPresent(block -> blocks.put(number, block));
        }
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        CaptionTimeline timeline =
                CaptionTimeline.of(captions, frames, style.pop().size());
        Rectangle strip = strip(blocks, painter);
        drawStrips(timeline.states(), blocks, painter, strip, folder);
        Path list = folder.resolve("captions.ffconcat");
        AtomicFile.write(list, StripList.of(timeline).getBytes(StandardCharsets.US_ASCII));
        return Optional.of(new Overlay(
                list.toString(),
                true,
                strip.x,
                strip.y,
                strip.width,
                strip.height,
                0,
                frames / (double) FrameGrid.RATE,
                Overlay.Entrance.NONE));
    }

    private void drawStrips(
            List<CaptionTimeline.State> states,
            Map<Integer, TextBlock> blocks,
            CaptionPainter painter,
            Rectangle strip,
            Path folder) {
        List<Runnable> drawings = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            CaptionTimeline.State state = states.get(i);
            Path file = folder.resolve(StripList.fileName(i));
            drawings.add(() -> PngFile.write(
                    Canvas.transparent(strip.width, strip.height, graphics -> {
                        graphics.translate(-strip.x, -strip.y);
                        if (blocks.containsKey(state.caption())) {
                            painter.draw(graphics, blocks.get(state.caption()), state);
                        }
                    }),
                    file));
        }
        Together.run(drawings, executor);
    }

    /** One size for all strips, as small as they allow, on even pixels for 4:2:0 video. */
    private static Rectangle strip(Map<Integer, TextBlock> blocks, CaptionPainter painter) {
        Rectangle2D reach = blocks.values().stream()
                .map(painter::reach)
                .reduce(Rectangle2D::createUnion)
                .orElseThrow();
        int left = (int) Math.floor(reach.getMinX() / 2) * 2;
        int top = (int) Math.floor(reach.getMinY() / 2) * 2;
        int right = (int) Math.ceil(reach.getMaxX() / 2) * 2;
        int bottom = (int) Math.ceil(reach.getMaxY() / 2) * 2;
        return new Rectangle(left, top, right - left, bottom - top);
    }
}
