package dev.viralvideo.script;

/**
 * How fast the voice is.
 *
 * @param wordsPerSecond 1 to 5; 2.6 is a lively narrator
 */
public record SpeakingRate(double wordsPerSecond) {
    public static final SpeakingRate DEFAULT = new SpeakingRate(2.6);

    public SpeakingRate {
        if (!(wordsPerSecond >= 1 && wordsPerSecond <= 5)) {
            throw new IllegalArgumentException("wordsPerSecond must be 1 to 5, is " + wordsPerSecond);
        }
    }

    public double seconds(String text) {
        return Texts.words(text) / wordsPerSecond;
    }

    /** Estimated length of the finished video, the template's silences included. */
    public double seconds(Script script, Template.Pacing pacing) {
        double speech = script.segments().stream()
                .mapToDouble(segment -> seconds(segment.narration()))
                .sum();
        return pacing.leadIn()
                + speech
                + pacing.gap() * Math.max(0, script.segments().size() - 1)
                + pacing.tail();
    }
}
