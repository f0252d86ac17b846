package dev.viralvideo.config;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What providers charge, and what may be spent in the currency of the price list.
 *
 * @param ownPrices the price list that was set, if one was
 */
public record CostSettings(
        Folders folders, Optional<Path> ownPrices, Optional<BigDecimal> project, Optional<BigDecimal> month) {
    static CostSettings of(CheckedProperties properties, Folders folders) {
        return new CostSettings(
                folders,
                properties
                        .optional("vvg.prices")
                        .map(own -> folders.home().resolve(own).normalize()),
                properties.amount("vvg.budget.project"),
                properties.amount("vvg.budget.month"));
    }

    /** Looked for anew each time: it may be put there while a service runs. */
    public Path pricesFile() {
        Path here = folders.home().resolve("config/prices.yaml");
        return ownPrices.orElseGet(
                () -> Files.exists(here) ? here : folders.install().resolve("config/prices.yaml"));
    }
}
