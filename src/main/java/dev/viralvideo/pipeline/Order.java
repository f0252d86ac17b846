package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.Stage;
import dev.viralvideo.script.Palette;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.Template;
import java.nio.file.Path;

/**
 * One stage's work on one project, with everything that the request left open filled in.
 *
 * @param seconds target length
 * @param work    the project's own folder for unfinished files
 */
public record Order(Claim claim, Project project, Template template, double seconds, Path work) {
    public String projectId() {
        return project.id();
    }

    public Request request() {
        return project.request();
    }

    public long seed() {
        return project.seed();
    }

    public Palette palette() {
        return template.palette(seed());
    }

    public Aspect aspect() {
        return request().aspect();
    }

    /** The video stage works on files that the stages before it left. */
    void check() {
        if (claim.stage() == Stage.VIDEO) {
            FilesGone.check(mediaAssets(), audioTracks());
        }
    }

    public Script script() {
        return Json.read(project.script(), Script.class);
    }

    public MediaAssets mediaAssets() {
        return Json.read(project.mediaAssets(), MediaAssets.class);
    }

    public AudioTracks audioTracks() {
        return Json.read(project.audioTracks(), AudioTracks.class);
    }
}
