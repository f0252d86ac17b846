package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.costs.Budget;
import dev.viralvideo.costs.CostSum;
import dev.viralvideo.costs.Ledger;
import dev.viralvideo.costs.LedgerEntry;
import dev.viralvideo.costs.PriceList;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vvg costs}: what providers charged. */
@Command(name = "costs", description = "Shows what providers charged, in a month or for a project.")
final class Costs implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Option(names = "--project", paramLabel = "ID", description = "every call made for this project")
    private String project;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "default: this month (UTC)")
    private String month;

    @Option(names = "--json", description = "one JSON value on standard output")
    private boolean json;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        PriceList prices = PriceList.read(settings.costs().pricesFile());
        try (State state = new State(settings)) {
            Ledger ledger = new Ledger(state.dataSource(), prices, Budget.UNLIMITED, Clock.systemUTC());
            if (project != null) {
                entries(ledger.entries(project), prices.currency());
            } else {
                String asked = month();
                sums(asked, ledger.sums(asked), prices.currency());
            }
        }
        return ExitCode.DONE;
    }

    private String month() {
        try {
            return (month == null ? YearMonth.now(ZoneOffset.UTC) : YearMonth.parse(month)).toString();
        } catch (DateTimeParseException e) {
            throw new Failure.Validation("BAD_MONTH", "'" + month + "' is no month such as 2026-11");
        }
    }

    private void sums(String asked, List<CostSum> sums, String currency) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(Map.of("month", asked, "currency", currency, "sums", sums)));
            return;
        }
        long total = 0;
        for (CostSum sum : sums) {
            total += sum.micros();
            out.printf(
                    "%-14s %-28s %5d calls, %d cached, %d failed  %s%s%n",
                    sum.provider(),
                    sum.model(),
                    sum.calls(),
                    sum.cached(),
                    sum.failed(),
                    money(sum.micros(), currency),
                    sum.unpriced() == 0 ? "" : " (" + sum.unpriced() + " without a price)");
        }
        out.println(asked + ": " + money(total, currency));
    }

    private void entries(List<LedgerEntry> entries, String currency) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(Map.of("project", project, "currency", currency, "calls", entries)));
            return;
        }
        long total = 0;
        for (LedgerEntry entry : entries) {
            total += entry.micros() == null ? 0 : entry.micros();
            out.printf(
                    "%s  %-12s %-24s %-26s %-8s %s %s%n",
                    entry.createdAt(),
                    entry.provider(),
                    entry.model(),
                    entry.purpose(),
                    entry.outcome(),
                    entry.units(),
                    (entry.micros() == null ? "no price" : money(entry.micros(), currency))
                            + (entry.attempts() > 1 ? " (asked " + entry.attempts() + " times)" : ""));
        }
        out.println(project + ": " + money(total, currency));
    }

    static String money(long micros, String currency) {
        return String.format(Locale.ROOT, "%.4f %s", micros / 1e6, currency);
    }
}
