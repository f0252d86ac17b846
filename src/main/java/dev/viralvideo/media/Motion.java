package dev.viralvideo.media;

/**
 * How a layer moves, as plain data: at {@code t} seconds its top left corner is at
 * {@code x + driftX·t + swayX·sin(2π·(t/period + phase))}, likewise for y with the cosine.
 *
 * @param x      start in pixels of the output frame; may be negative
 * @param driftX pixels a second
 * @param swayX  amplitude in pixels
 * @param period seconds for one sway, over 0
 * @param phase  0 to 1
 */
public record Motion(
        double x, double y, double driftX, double driftY, double swayX, double swayY, double period, double phase) {
    public static Motion still(double x, double y) {
        return new Motion(x, y, 0, 0, 0, 0, 1, 0);
    }
}
