package dev.viralvideo.pipeline;

import dev.viralvideo.media.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Joins the candidates of all providers; a provider that failed adds none. */
final class CandidateLists implements AggregationStrategy {
    @Override
    public Exchange aggregate(Exchange all, Exchange one) {
        List<Candidate> joined = new ArrayList<>(candidates(all));
        joined.addAll(candidates(one));
        Exchange result = all == null ? one : all;
        result.setException(null);
        result.getMessage().setBody(List.copyOf(joined));
        return result;
    }

    private static List<Candidate> candidates(Exchange exchange) {
        if (exchange == null || exchange.isFailed() || !(exchange.getMessage().getBody() instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .toList();
    }
}
