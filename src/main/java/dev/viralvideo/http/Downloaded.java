package dev.viralvideo.http;

import java.net.URI;
import java.nio.file.Path;

/**
 * A complete, recognised file.
 *
 * @param sha256 lower-case hexadecimal, computed while it was written
 * @param from   the URL that served it, after redirects
 */
public record Downloaded(Path file, FileType type, long bytes, String sha256, URI from) {}
