package dev.viralvideo.media.backdrop;

import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.media.illustration.Casting;

/**
 * What one segment's backdrop shows, decided with all segments of its video in view.
 *
 * @param scene position in the list of scenes
 * @param index of the segment in its video
 */
public record BackdropPlan(ShotNeed need, int scene, Casting.Part part, int index) {}
