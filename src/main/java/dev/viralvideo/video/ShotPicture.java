package dev.viralvideo.video;

/** A shot's picture without overlays, whatever it is made from. */
final class ShotPicture {
    private ShotPicture() {}

    /** Adds what is needed to the draft and returns the label of an endless stream of frames. */
    static String draw(GraphDraft draft, Shot shot, Stretch stretch) {
        return switch (shot.clip().kind()) {
            case VIDEO -> VideoPicture.draw(draft, shot, stretch);
            case STILL -> StillPicture.draw(draft, shot, stretch);
            case BACKDROP -> BackdropPicture.draw(draft, shot, stretch);
        };
    }
}
