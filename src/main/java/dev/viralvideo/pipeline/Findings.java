package dev.viralvideo.pipeline;

import dev.viralvideo.media.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What providers found for one segment.
 *
 * @param remarks by provider: why it found nothing, or less than it might have
 */
public record Findings(List<Candidate> candidates, Map<String, String> remarks) {
    public static final Findings NONE = new Findings(List.of(), Map.of());

    public Findings {
        candidates = List.copyOf(candidates);
        remarks = Map.copyOf(remarks);
    }

    public static Findings of(List<Candidate> candidates) {
        return new Findings(candidates, Map.of());
    }

    public static Findings failed(String provider, String reason) {
        return new Findings(List.of(), Map.of(provider, reason));
    }

    Findings and(Findings other) {
        List<Candidate> all = new ArrayList<>(candidates);
        all.addAll(other.candidates);
        Map<String, String> allRemarks = new TreeMap<>(remarks);
        other.remarks.forEach(allRemarks::putIfAbsent);
        return new Findings(all, allRemarks);
    }
}
