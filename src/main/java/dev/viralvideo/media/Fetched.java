package dev.viralvideo.media;

/**
 * What became of an offer that was to be fetched.
 *
 * @param clip    null when it cannot be used
 * @param picture what it looks like, {@link PictureHash#NOTHING} when that was not looked at
 * @param reason  why it cannot be used, else null
 */
public record Fetched(Offer offer, Clip clip, long picture, String reason) {
    public static Fetched unusable(Offer offer, String reason) {
        return new Fetched(offer, null, PictureHash.NOTHING, reason);
    }
}
