package dev.viralvideo.pipeline.provider;

import dev.viralvideo.costs.Ledger;
import dev.viralvideo.costs.Outcome;
import dev.viralvideo.costs.Reservation;
import dev.viralvideo.costs.Unit;
import dev.viralvideo.costs.Usage;
import dev.viralvideo.http.Refusal;
import dev.viralvideo.http.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps the ledger round a billable call: nothing is called that could exceed a budget. */
public final class Billing {
    private final Ledger ledger;

    public Billing(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Makes a call of a provider whose file says {@code billing: true}; others cost nothing and are not booked.
     *
     * @param most   the most that it can use, which is booked when it may have been charged without an answer
     * @param actual what it used, by its answer
     * @throws dev.viralvideo.failure.Failure.Configuration {@code BUDGET_EXCEEDED} or {@code UNKNOWN_PRICE}
     */
    public Reply charged(
            String project,
            ProviderFile file,
            Usage most,
            String purpose,
            Supplier<Reply> call,
            Function<Reply, Usage> actual) {
        if (!file.flag("billing")) {
            return call.get();
        }
        Reservation reserved = ledger.reserve(project, most, purpose);
        try {
            Reply answer = call.get();
            ledger.settle(reserved, actual.apply(answer), Outcome.DONE, answer.attempts());
            return answer;
        } catch (RuntimeException e) {
            Optional<Refusal> refusal = Refusal.in(e);
            boolean free = refusal.filter(r -> !r.mayBeCharged()).isPresent();
            ledger.settle(
                    reserved,
                    free ? none(most) : most,
                    Outcome.FAILED,
                    refusal.map(Refusal::attempts).orElse(1));
            throw e;
        }
    }

    /** Books an answer that was remembered. */
    public void cached(String project, ProviderFile file, Usage saved, String purpose) {
        if (file.flag("billing")) {
            ledger.cached(project, saved, purpose);
        }
    }

    private static Usage none(Usage usage) {
        return new Usage(usage.provider(), usage.model(), Map.of(Unit.REQUESTS, 0L));
    }
}
