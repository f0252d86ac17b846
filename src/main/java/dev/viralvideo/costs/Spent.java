package dev.viralvideo.costs;

import java.math.BigDecimal;

/**
 * What one project has cost.
 *
 * @param amount   in the price list's currency; 0 when all that was asked costs nothing
 * @param calls    billable ones, failed and cached ones too
 * @param cached   of these, answered from the cache
 * @param failed   of these, refused or not usable
 * @param unpriced of these, without a known price: the amount leaves them out
 */
public record Spent(String currency, BigDecimal amount, int calls, int cached, int failed, int unpriced) {}
