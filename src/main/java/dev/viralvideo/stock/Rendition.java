package dev.viralvideo.stock;

/**
 * One file in which a work can be had; everything but its address may be unknown.
 *
 * @param width  pixels, or null
 * @param height pixels, or null
 * @param fps    frames a second, or null
 * @param bytes  as the provider says, or null
 */
public record Rendition(String url, Integer width, Integer height, Double fps, String mime, Long bytes) {
    public boolean sized() {
        return width != null && height != null;
    }
}
