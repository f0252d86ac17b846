package dev.viralvideo.graphics;

/**
 * How a text is set. Shares are of the font size.
 *
 * @param size     pixels, wanted
 * @param smallest pixels under which long words are broken rather than set smaller
 * @param tracking extra space between letters, share
 * @param leading  from baseline to baseline, share
 * @param space    extra width of a space between words, share
 * @param margin   room that outline and shadow need round the letters, share
 * @param centred  else lines start at the left (at the right for scripts written so)
 */
public record Lettering(
        double size, double smallest, double tracking, double leading, double space, double margin, boolean centred) {
    public Lettering {
        if (!(smallest > 0 && size >= smallest)) {
            throw new IllegalArgumentException("size " + size + " must be at least smallest " + smallest + ", over 0");
        }
    }

    Lettering withSize(double other) {
        return new Lettering(other, Math.min(other, smallest), tracking, leading, space, margin, centred);
    }
}
