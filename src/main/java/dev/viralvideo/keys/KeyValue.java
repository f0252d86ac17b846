package dev.viralvideo.keys;

import dev.viralvideo.failure.Failure;

/** What can be a key: something that fits into an HTTP header and is long enough to be one. */
final class KeyValue {
    /** Anything shorter is no secret, and masking it would garble ordinary text. */
    static final int MIN_LENGTH = 8;

    static final int MAX_LENGTH = 8192;

    private KeyValue() {}

    static void check(Secret secret) {
        String value = secret.reveal();
        if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
            throw refused("is " + MIN_LENGTH + "-" + MAX_LENGTH + " characters long, this has " + value.length());
        }
        if (!value.equals(value.strip()) || value.chars().anyMatch(Character::isISOControl)) {
            throw refused("has no line breaks, control characters or blanks around it");
        }
    }

    private static Failure.Validation refused(String rule) {
        return new Failure.Validation("BAD_KEY_VALUE", "not stored: a key " + rule);
    }
}
