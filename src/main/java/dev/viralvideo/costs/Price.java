package dev.viralvideo.costs;

import java.math.BigDecimal;

/**
 * A line of the price list: {@code price} for every {@code per} units, {@code {provider: elevenlabs, model:
 * eleven_flash_v2_5, unit: CHARACTERS, per: 1000, price: 0.15}}.
 *
 * @param model {@code *} for every model that has no line of its own
 */
public record Price(String provider, String model, Unit unit, long per, BigDecimal price) {
    public Price {
        if (provider == null || provider.isBlank() || unit == null) {
            throw new IllegalArgumentException("a price needs a provider and a unit");
        }
        if (per < 1 || price == null || price.signum() < 0 || price.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new IllegalArgumentException("'per' must be at least 1 and 'price' 0-1000000");
        }
        model = model == null || model.isBlank() ? "*" : model;
    }
}
