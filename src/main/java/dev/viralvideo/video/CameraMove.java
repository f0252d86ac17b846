package dev.viralvideo.video;

/**
 * How the camera moves over a still (Ken Burns): from one view to another over the whole shot.
 *
 * @param easing of the way between the two
 */
public record CameraMove(View from, View to, Easing easing) {
    /**
     * What is seen.
     *
     * @param x    where the window lies in the room that the zoom leaves: 0 at the left edge, 1 at the right
     * @param y    likewise: 0 at the top, 1 at the bottom
     * @param zoom 1 shows the whole picture, 2 half of its width; 1 to 4
     */
    public record View(double x, double y, double zoom) {
        public View {
            if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1 && zoom >= 1 && zoom <= 4)) {
                throw new IllegalArgumentException("view out of range: " + x + ", " + y + ", " + zoom);
            }
        }
    }

    public static final CameraMove NONE = new CameraMove(new View(0.5, 0.5, 1), new View(0.5, 0.5, 1), Easing.LINEAR);
}
