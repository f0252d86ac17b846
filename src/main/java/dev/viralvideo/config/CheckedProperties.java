package dev.viralvideo.config;

import dev.viralvideo.failure.Failure;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads settings as what they must be; a wrong one is told with its key, its value and the allowed range. */
final class CheckedProperties {
    private final LayeredProperties properties;

    CheckedProperties(LayeredProperties properties) {
        this.properties = properties;
    }

    String text(String key) {
        return properties.get(key).text();
    }

    boolean blank(String key) {
        return text(key).isBlank();
    }

    Optional<String> optional(String key) {
        return blank(key) ? Optional.empty() : Optional.of(text(key));
    }

    String required(String key) {
        if (blank(key)) {
            throw wrong(key, "must not be blank");
        }
        return text(key);
    }

    List<String> list(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    boolean flag(String key) {
        return oneOf(key, "true", "false").equals("true");
    }

    String oneOf(String key, String... allowed) {
        if (!Arrays.asList(allowed).contains(text(key))) {
            throw wrong(key, "must be one of " + String.join(", ", allowed));
        }
        return text(key);
    }

    long bytes(String key, long most) {
        try {
            long value = Long.parseLong(text(key));
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw wrong(key, "must be a number of bytes from 1 to " + most);
    }

    int whole(String key, int from, int to) {
        try {
            int value = Integer.parseInt(text(key));
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw wrong(key, "must be a whole number from " + from + " to " + to);
    }

    double number(String key, double from, double to) {
        try {
            double value = Double.parseDouble(text(key));
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw wrong(key, "must be a number from " + from + " to " + to);
    }

    /** Empty when blank. */
    Optional<BigDecimal> amount(String key) {
        if (blank(key)) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(text(key));
            if (value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(1_000_000)) <= 0) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw wrong(key, "must be an amount of money from 0 to 1000000, for example 2.50");
    }

    Failure.Configuration wrong(String key, String rule) {
        LayeredProperties.Value value = properties.get(key);
        return new Failure.Configuration(
                "BAD_SETTING", key + " = '" + value.text() + "' (" + value.origin() + "): " + rule);
    }
}
