package dev.viralvideo.media;

import dev.viralvideo.intake.Aspect;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well a candidate fits a segment, as a weighted sum of named parts, each from 0 to 1: relevance 0.52, orientation
 * 0.16 (what is left after cropping to the aspect), resolution 0.12, length 0.08, motion 0.06 and freshness 0.06. A part
 * that the provider tells nothing of counts a neutral 0.5.
 */
public final class ClipRanking {
    static final Map<String, Double> WEIGHTS = weights();

    private static final double UNKNOWN = 0.5;
    /** What is found by a hosted search is a guess beside a file that the user put there and named. */
    private static final double HOSTED = 0.9;

    private final double relevanceFloor;

    /** @param relevanceFloor below it a candidate does not fit at all, 0 to 1: no picture is better than a wrong one */
    public ClipRanking(double relevanceFloor) {
        this.relevanceFloor = relevanceFloor;
    }

    public ClipRanking() {
        this(0.25);
    }

    public boolean fits(Candidate candidate, ShotNeed need) {
        return relevance(candidate, need) >= relevanceFloor;
    }

    public Score score(Candidate candidate, ShotNeed need) {
        return score(candidate, need, RecentClips.NONE);
    }

    public Score score(Candidate candidate, ShotNeed need, RecentClips recent) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("relevance", relevance(candidate, need));
        parts.put("orientation", orientation(candidate, need.aspect()));
        parts.put("resolution", resolution(candidate, need.aspect()));
        parts.put("length", length(candidate, need.seconds()));
        parts.put("motion", candidate.kind() == Clip.Kind.VIDEO ? 1 : 1 - need.motion());
        parts.put("freshness", recent.freshness(candidate.key()));
        parts.replaceAll((part, value) -> Math.round(value * 1000) / 1000.0);
        double total = 0;
        for (Map.Entry<String, Double> weight : WEIGHTS.entrySet()) {
            total += weight.getValue() * parts.get(weight.getKey());
        }
        return new Score(Math.round(total * 1000) / 1000.0, parts);
    }

    /**
     * A hosted search matches by means we cannot see, so its own order counts as well as the words; a title that has
     * none of them speaks against it, no title at all does not.
     */
    private static double relevance(Candidate candidate, ShotNeed need) {
        if (candidate.relevance() != null) {
            return Math.min(1, Math.max(0, candidate.relevance()));
        }
        int query = Math.max(0, need.searchTerms().indexOf(candidate.query()));
        double byRank = Math.max(0.5, 1 - 0.08 * query) / (1 + 0.12 * candidate.rank());
        return HOSTED
                * (Words.stems(candidate.text()).isEmpty()
                        ? 0.8 * byRank
                        : 0.35 * byRank + 0.65 * Relevance.of(candidate.text(), need.searchTerms()));
    }

    /** The share of the picture that is left when it is cropped to the aspect. */
    private static double orientation(Candidate candidate, Aspect aspect) {
        if (candidate.width() == null || candidate.height() == null) {
            return UNKNOWN;
        }
        double has = (double) candidate.width() / candidate.height();
        double wants = (double) aspect.width() / aspect.height();
        return Math.min(has, wants) / Math.max(has, wants);
    }

    /** 1 when it need not be enlarged, 0 when by four or more. */
    private static double resolution(Candidate candidate, Aspect aspect) {
        if (candidate.width() == null || candidate.height() == null) {
            return UNKNOWN;
        }
        double enlarge =
                Math.max((double) aspect.width() / candidate.width(), (double) aspect.height() / candidate.height());
        return Math.min(1, Math.max(0, (4 - enlarge) / 3));
    }

    /** A still lasts as long as it is needed; a video that is shorter has to be slowed down or looped. */
    private static double length(Candidate candidate, double needed) {
        if (candidate.kind() == Clip.Kind.STILL) {
            return 1;
        }
        return candidate.seconds() == null ? UNKNOWN : Math.min(1, candidate.seconds() / Math.max(0.1, needed));
    }

    private static Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("relevance", 0.52);
        weights.put("orientation", 0.16);
        weights.put("resolution", 0.12);
        weights.put("length", 0.08);
        weights.put("motion", 0.06);
        weights.put("freshness", 0.06);
        return weights;
    }
}
