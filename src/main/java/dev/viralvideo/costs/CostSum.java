package dev.viralvideo.costs;

/**
 * What was spent with one provider and model.
 *
 * @param calls    all of them, failed and cached ones too
 * @param unpriced calls whose price is not known, which {@code micros} therefore leaves out
 */
public record CostSum(
        String provider, String model, long calls, long cached, long failed, long unpriced, long micros) {}
