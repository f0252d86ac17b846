package dev.viralvideo.video.output;

import dev.viralvideo.stock.Licence;

/**
 * One work that was used.
 *
 * @param use   for what: "segment 3", "music"
 * @param title what it is called or the name of its file
 */
public record Credit(String use, String title, String source, Licence licence) {}
