package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.AudioTracks.NarratedSegment;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.project.Stage;
import dev.viralvideo.script.Script;
import dev.viralvideo.video.Editor;
import dev.viralvideo.video.Overlay;
import dev.viralvideo.video.RenderPlan;
import dev.viralvideo.video.RenderPlanner;
import dev.viralvideo.video.SourceFormat;
import dev.viralvideo.video.SourceInspection;
import dev.viralvideo.video.Timeline;
import dev.viralvideo.video.Transitions;
import dev.viralvideo.video.caption.CaptionStyle;
import dev.viralvideo.video.caption.CaptionTrack;
import dev.viralvideo.video.caption.TitleCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts script, pictures and sound together: draws titles and captions and plans the render. */
public final class Composition {
    /** The hands of the video stage. */
    public record Tools(
            TitleCard titles,
            CaptionTrack captions,
            SourceInspection inspection,
            Transitions transitions,
            RenderPlanner planner) {}

    /** The timeline and how it is rendered. */
    public record Cut(Timeline timeline, RenderPlan render) {}

    private static final String NONE = "none";

    private final Tools tools;
    private final Path styles;
    private final ProgressBoard progress;

    /** @param styles the folder that holds {@code captions/} */
    public Composition(Tools tools, Path styles, ProgressBoard progress) {
        this.tools = tools;
        this.styles = styles;
        this.progress = progress;
    }

    public Cut plan(Order order) throws IOException {
        MediaAssets media = order.mediaAssets();
        AudioTracks audio = order.audioTracks();
        Aspect aspect = order.aspect();
        List<SourceFormat> formats = new ArrayList<>();
        for (Clip clip : media.clips()) {
            formats.add(tools.inspection().of(clip));
        }
        Editor.Look look = new Editor.Look(
                aspect.width(),
                aspect.height(),
                tools.transitions().named(order.template().transition()),
                order.template().pacing().transition(),
                order.palette(),
                order.seed());
        Timeline timeline = Editor.timeline(audio, media, formats, overlays(order, audio), look);
        RenderPlan plan = tools.planner()
                .plan(
                        order.projectId(),
                        timeline,
                        Path.of(audio.mix()),
                        order.script().title(),
                        order.work().resolve("render"));
        // every segment, then the join and the measuring pass, which run through all frames once more
        progress.expect(order.projectId(), Stage.VIDEO, timeline.frames() * 1.1);
        return new Cut(timeline, plan);
    }

    private List<List<Overlay>> overlays(Order order, AudioTracks audio) throws IOException {
        Script script = order.script();
        String asked = order.request().captions();
        String style = asked == null ? order.template().captions() : asked;
        CaptionStyle captions = NONE.equals(style) ? null : CaptionStyle.read(styles, style);
        List<List<Overlay>> overlays = new ArrayList<>();
        for (NarratedSegment segment : audio.segments()) {
            Path folder = order.work().resolve("overlay-" + segment.index());
            if (Files.notExists(folder)) {
                // not its parents: where the work folder is gone, the project was cancelled
                Files.createDirectory(folder);
            }
            List<Overlay> drawn = new ArrayList<>(tools.titles()
                    .draw(
                            script.segments().get(segment.index()),
                            order.palette(),
                            order.template().fonts(),
                            order.aspect(),
                            segment.end() - segment.start(),
                            segment.index() == 0,
                            folder));
            if (captions != null) {
                tools.captions()
                        .draw(
                                segment,
                                captions,
                                order.palette(),
                                order.aspect(),
                                order.template().fonts(),
                                folder)
                        .ifPresent(drawn::add);
            }
            overlays.add(drawn);
        }
        return overlays;
    }
}
