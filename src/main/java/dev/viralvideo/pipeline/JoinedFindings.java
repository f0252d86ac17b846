package dev.viralvideo.pipeline;

import dev.viralvideo.media.Candidate;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Joins what all providers found; one that failed or came too late adds its name and the reason instead. */
final class JoinedFindings implements AggregationStrategy {
    /** The variable that holds the endpoints that are asked, in order. */
    static final String ASKED = "asked";

    @Override
    public Exchange aggregate(Exchange all, Exchange one) {
        Exchange result = all == null ? one : all;
        Findings joined = (all == null ? Findings.NONE : findings(all)).and(found(one));
        result.setException(null);
        result.getMessage().setBody(joined);
        return result;
    }

    /** Camel gives the joined exchange, or the one that was sent out when nobody has answered yet. */
    @Override
    public void timeout(Exchange all, int index, int total, long timeout) {
        List<?> asked = all.getVariable(ASKED, List.class);
        String provider = Plugins.name(String.valueOf(asked.get(index)));
        String reason = "did not answer within " + timeout + " ms";
        all.getMessage().setBody(findings(all).and(Findings.failed(provider, reason)));
    }

    private static Findings findings(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof Findings found ? found : Findings.NONE;
    }

    private static Findings found(Exchange one) {
        if (one.isFailed()) {
            String provider = Plugins.name(String.valueOf(one.getProperty(Exchange.TO_ENDPOINT)));
            return Findings.failed(provider, Failures.of(one.getException()).getMessage());
        }
        Object body = one.getMessage().getBody();
        if (body instanceof List<?> list) {
            return Findings.of(list.stream()
                    .filter(Candidate.class::isInstance)
                    .map(Candidate.class::cast)
                    .toList());
        }
        return findings(one);
    }
}
