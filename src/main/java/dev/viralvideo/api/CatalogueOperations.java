package dev.viralvideo.api;

import dev.viralvideo.audio.Voices;
import dev.viralvideo.config.Settings;
import dev.viralvideo.costs.CostSum;
import dev.viralvideo.costs.Ledger;
import dev.viralvideo.costs.LedgerEntry;
import dev.viralvideo.costs.PriceList;
import dev.viralvideo.pipeline.provider.HostedVoice;
import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.pipeline.provider.VoiceFiles;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.Templates;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** {@code /voices}, {@code /templates} and {@code /costs}: what there is to choose from, and what it costs. */
final class CatalogueOperations {
    private static final double MICROS = 1e6;

    private final Settings settings;
    private final Voices voices;
    private final Templates templates;
    private final SpeakingRate rate;
    private final Ledger ledger;
    private final Clock clock;

    CatalogueOperations(
            Settings settings, Voices voices, Templates templates, SpeakingRate rate, Ledger ledger, Clock clock) {
        this.settings = settings;
        this.voices = voices;
        this.templates = templates;
        this.rate = rate;
        this.ledger = ledger;
        this.clock = clock;
    }

    Map<String, Endpoint> endpoints() {
        return Map.of(
                "listVoices", call -> Answer.ok(Map.of("voices", voices.all())),
                "estimateVoices", this::estimate,
                "listTemplates", this::templates,
                "getCosts", this::costs);
    }

    private record Estimate(String provider, String model, boolean free, Double cost) {}

    private Answer estimate(Call call) {
        String text = call.body().path("text").asText();
        PriceList prices = PriceList.read(settings.costs().pricesFile());
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(new Estimate(Voices.EMBEDDED.name(), null, true, null));
        for (ProviderFile file : VoiceFiles.read(settings)) {
            boolean free = file.text("billing").equals("false");
            OptionalLong micros = free ? OptionalLong.empty() : prices.cost(HostedVoice.usage(file, text));
            String model = file.replaced("model");
            estimates.add(new Estimate(
                    file.name(),
                    model.isEmpty() ? null : model,
                    free,
                    micros.isPresent() ? (Double) (micros.getAsLong() / MICROS) : null));
        }
        return Answer.ok(Map.of(
                "characters",
                text.codePointCount(0, text.length()),
                "seconds",
                Math.round(rate.seconds(text) * 10) / 10.0,
                "currency",
                prices.currency(),
                "estimates",
                estimates));
    }

    private record Format(
            String name,
            String category,
            String description,
            double seconds,
            String captions,
            String music,
            String transition) {
        static Format of(Template template) {
            return new Format(
                    template.name(),
                    template.category(),
                    template.description(),
                    template.pacing().duration(),
                    template.captions(),
                    template.music(),
                    template.transition());
        }
    }

    private Answer templates(Call call) {
        return Answer.ok(
                Map.of("templates", templates.all().stream().map(Format::of).toList()));
    }

    private record Sum(
            String provider, String model, long calls, long cached, long failed, long unpriced, double cost) {
        static Sum of(CostSum sum) {
            return new Sum(
                    sum.provider(),
                    sum.model(),
                    sum.calls(),
                    sum.cached(),
                    sum.failed(),
                    sum.unpriced(),
                    sum.micros() / MICROS);
        }
    }

    private record Charge(
            Instant at, String provider, String model, String purpose, String outcome, int attempts, Double cost) {
        static Charge of(LedgerEntry entry) {
            return new Charge(
                    entry.createdAt(),
                    entry.provider(),
                    entry.model(),
                    entry.purpose(),
                    entry.outcome().name(),
                    entry.attempts(),
                    entry.micros() == null ? null : (Double) (entry.micros() / MICROS));
        }
    }

    private record Costs(
            String month, String project, String currency, double total, List<Sum> sums, List<Charge> calls) {}

    private Answer costs(Call call) {
        String currency = PriceList.read(settings.costs().pricesFile()).currency();
        String project = call.parameter("project");
        if (project != null) {
            List<LedgerEntry> entries = ledger.entries(project);
            long micros = entries.stream()
                    .mapToLong(entry -> entry.micros() == null ? 0 : entry.micros())
                    .sum();
            return Answer.ok(new Costs(
                    null,
                    project,
                    currency,
                    micros / MICROS,
                    null,
                    entries.stream().map(Charge::of).toList()));
        }
        String month = call.optional("month")
                .orElseGet(() -> YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString());
        List<CostSum> sums = ledger.sums(month);
        long micros = sums.stream().mapToLong(CostSum::micros).sum();
        return Answer.ok(new Costs(
                month,
                null,
                currency,
                micros / MICROS,
                sums.stream().map(Sum::of).toList(),
                null));
    }
}
