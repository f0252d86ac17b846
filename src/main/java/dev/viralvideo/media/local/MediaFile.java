package dev.viralvideo.media.local;

import java.nio.file.Path;

/**
 * One file of the user's media folder.
 *
 * @param name     path relative to the folder with {@code /}, control characters replaced: what reports show
 * @param text     folder names, file name and tags: what search terms are compared with
 * @param size     bytes
 * @param modified milliseconds since the epoch
 */
record MediaFile(Path path, String name, String text, long size, long modified) {}
