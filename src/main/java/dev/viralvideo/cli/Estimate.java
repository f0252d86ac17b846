package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.costs.PriceList;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.pipeline.provider.HostedVoice;
import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.pipeline.provider.VoiceFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg estimate}: what it costs to have a text spoken. */
@Command(name = "estimate", description = "Says what it costs to have a text spoken, by each voice.")
final class Estimate implements Callable<Integer> {
    private static final long LONGEST = 10_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Parameters(paramLabel = "TEXT|FILE", description = "the text, or a file that holds it")
    private String text;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        PriceList prices = PriceList.read(settings.costs().pricesFile());
        PrintWriter out = spec.commandLine().getOut();
        String spoken = read();
        double seconds = spoken.isBlank()
                ? 0
                : spoken.strip().split("\\s+").length / settings.script().wordsPerSecond();
        out.printf("%d characters, about %.0f s%n", spoken.codePointCount(0, spoken.length()), seconds);
        out.printf("%-16s %-24s %s%n", "cmu-slt-hsmm", "embedded", "free");
        for (ProviderFile file : VoiceFiles.read(settings)) {
            String model = file.replaced("model");
            out.printf("%-16s %-24s %s%n", file.name(), model.isEmpty() ? "-" : model, cost(file, prices, spoken));
        }
        return ExitCode.DONE;
    }

    private static String cost(ProviderFile file, PriceList prices, String spoken) {
        if (file.text("billing").equals("false")) {
            return "free";
        }
        OptionalLong micros = prices.cost(HostedVoice.usage(file, spoken));
        return micros.isPresent() ? Costs.money(micros.getAsLong(), prices.currency()) : "no price known";
    }

    private String read() {
        try {
            Path file = Path.of(text);
            if (!Files.isRegularFile(file)) {
                return text;
            }
            if (Files.size(file) > LONGEST) {
                throw new Failure.Validation("FILE_TOO_LARGE", file + " is larger than " + LONGEST + " bytes");
            }
            return Files.readString(file);
        } catch (InvalidPathException e) {
            return text;
        } catch (IOException e) {
            throw new Failure.Validation(
                    "UNREADABLE_FILE", text + " cannot be read as UTF-8 text: " + IoReason.of(e), e);
        }
    }
}
