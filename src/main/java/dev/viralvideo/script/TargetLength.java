package dev.viralvideo.script;

import dev.viralvideo.intake.Request;

/** How long the video is to be when all wishes are weighed. */
public final class TargetLength {
    private static final double SECONDS_AN_ITEM = 8;
    private static final double AROUND = 12;
    private static final double MOST = 600;

    private TargetLength() {}

    /**
     * The request's own duration; else as long as the user's own words take; else the template's, or more where the
     * topic asks for more items than that has room for. In seconds.
     */
    public static double seconds(Request request, Template template, SpeakingRate rate) {
        if (request.duration() != null) {
            return request.duration();
        }
        double asked = 0;
        if (!request.script().isEmpty()) {
            asked = rate.seconds(String.join(" ", request.script()))
                    + template.pacing().gap() * request.script().size()
                    + template.pacing().leadIn()
                    + template.pacing().tail();
            return Math.min(MOST, Math.max(5, asked));
        }
        if (!request.points().isEmpty()) {
            asked = AROUND
                    + rate.seconds("Number one. ") * request.points().size()
                    + rate.seconds(String.join(" ", request.points()))
                    + template.pacing().gap() * request.points().size();
            return Math.min(MOST, Math.max(5, asked));
        }
        Integer count = TopicPhrase.parse(request.topic()).count();
        asked = count == null ? 0 : AROUND + Math.min(20, count) * SECONDS_AN_ITEM;
        return Math.max(template.pacing().duration(), asked);
    }
}
