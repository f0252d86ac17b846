package dev.viralvideo.keys;

import dev.viralvideo.failure.Failure;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a key: the provider it is for, such as {@code pexels} or {@code azure-speech}. */
public record KeyName(String value) {
    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public KeyName {
        if (value == null || !VALID.matcher(value).matches()) {
            // what was typed is not repeated: people paste the key itself where its name belongs
            throw new Failure.Validation(
                    "BAD_KEY_NAME",
                    "the name of a key is 1-64 of a-z, 0-9 and '-', and starts with a letter, for example pexels");
        }
    }

    /** The environment variable that overrides the store: {@code VVG_KEY_PEXELS}, {@code VVG_KEY_AZURE_SPEECH}. */
    public String environmentVariable() {
        return "VVG_KEY_" + value.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
