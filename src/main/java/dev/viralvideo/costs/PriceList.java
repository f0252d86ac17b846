package dev.viralvideo.costs;

import dev.viralvideo.json.YamlFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What things cost, from configuration: providers change their prices, and plans differ.
 *
 * @param currency three letters; all amounts are millionths of it ("micros")
 */
public record PriceList(String currency, List<Price> prices) {
    public PriceList {
        if (currency == null || !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be three letters such as USD");
        }
        prices = prices == null ? List.of() : List.copyOf(prices);
    }

    public static PriceList read(Path yaml) {
        return YamlFile.read(yaml, PriceList.class);
    }

    /** In micros, rounded up; empty when the price of a unit that was used is not known. */
    public OptionalLong cost(Usage usage) {
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<Unit, Long> used : usage.units().entrySet()) {
            Optional<Price> price = price(usage, used.getKey());
            if (price.isEmpty() && used.getValue() > 0) {
                return OptionalLong.empty();
            }
            total = total.add(price.map(p -> times(p, used.getValue())).orElse(BigDecimal.ZERO));
        }
        return OptionalLong.of(total.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private Optional<Price> price(Usage usage, Unit unit) {
        return prices.stream()
                .filter(p -> p.provider().equals(usage.provider()) && p.unit() == unit)
                .filter(p -> p.model().equals(usage.model()) || p.model().equals("*"))
                .max(java.util.Comparator.comparing(p -> !p.model().equals("*")));
    }

    private static BigDecimal times(Price price, long amount) {
        return price.price()
                .movePointRight(6)
                .multiply(BigDecimal.valueOf(amount))
                .divide(BigDecimal.valueOf(price.per()), 6, RoundingMode.CEILING);
    }
}
