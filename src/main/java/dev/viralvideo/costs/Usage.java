package dev.viralvideo.costs;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a call uses, or may use at most.
 *
 * @param model the model, voice or plan that the price depends on; {@code *} when it does not
 * @param units none negative
 */
public record Usage(String provider, String model, Map<Unit, Long> units) {
    public Usage {
        EnumMap<Unit, Long> ordered = new EnumMap<>(Unit.class);
        ordered.putAll(units);
        units = Collections.unmodifiableMap(ordered);
        if (provider.isBlank() || model.isBlank() || units.values().stream().anyMatch(amount -> amount < 0)) {
            throw new IllegalArgumentException("a usage needs a provider, a model and no negative amount");
        }
    }

    public static Usage of(String provider, String model, Unit unit, long amount) {
        return new Usage(provider, model, Map.of(unit, amount));
    }
}
