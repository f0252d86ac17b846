package dev.viralvideo.costs;

/**
 * What may be spent, in micros (millionths of the price list's currency).
 *
 * @param perProject null for no limit
 * @param perMonth   calendar month in UTC, all projects together; null for no limit
 */
public record Budget(Long perProject, Long perMonth) {
    public static final Budget UNLIMITED = new Budget(null, null);

    public Budget {
        if (perProject != null && perProject < 0 || perMonth != null && perMonth < 0) {
            throw new IllegalArgumentException("a budget is not negative");
        }
    }

    boolean limits() {
        return perProject != null || perMonth != null;
    }
}
