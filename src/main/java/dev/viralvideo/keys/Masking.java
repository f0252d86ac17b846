package dev.viralvideo.keys;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Replaces every secret it knows, in plain and in the usual encodings (URL, base64 also inside longer base64, JSON,
 * XML, hexadecimal), in any text. Values under 8 characters are not masked: they are no secrets.
 */
public final class Masking {
    /** What the log is masked with: the logger is made before there is anything to hand it one. */
    public static final Masking OF_THIS_PROCESS = new Masking();

    private volatile List<String> forms = List.of();

    public synchronized void learn(Secret secret) {
        String value = secret.reveal();
        if (value.length() < KeyValue.MIN_LENGTH || forms.contains(value)) {
            return;
        }
        forms = Stream.concat(forms.stream(), formsOf(value).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** @param text may be null */
    public String mask(String text) {
        if (text == null) {
            return null;
        }
        String masked = text;
        for (String form : forms) {
            if (masked.contains(form)) {
                masked = masked.replace(form, Secret.MASK);
            }
        }
        return masked;
    }

    private static Collection<String> formsOf(String value) {
        Set<String> found = new LinkedHashSet<>();
        Consumer<String> add = form -> {
            if (form.length() >= KeyValue.MIN_LENGTH) {
                found.add(form);
            }
        };
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        add.accept(value);
        urlForms(value).forEach(add);
        base64Forms(bytes).forEach(add);
        add.accept(new String(JsonStringEncoder.getInstance().quoteAsString(value)));
        add.accept(value.replace("/", "\\/"));
        add.accept(xml(value, "&#39;"));
        add.accept(xml(value, "&apos;"));
        add.accept(HexFormat.of().formatHex(bytes));
        add.accept(HexFormat.of().withUpperCase().formatHex(bytes));
        return found;
    }

    private static Stream<String> urlForms(String value) {
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String percent = form.replace("+", "%20");
        String lenient = percent.replace("%7E", "~");
        return Stream.of(form, percent, lenient, lowerHex(form), lowerHex(percent), lowerHex(lenient));
    }

    private static String lowerHex(String encoded) {
        return java.util.regex.Pattern.compile("%[0-9A-F]{2}").matcher(encoded).replaceAll(match -> match.group()
                .toLowerCase(java.util.Locale.ROOT));
    }

    /**
     * Base64 of a text that contains the value depends on where in it the value starts, modulo three; the digits that
     * only the value decides are the same for each of the three, in the standard and in the URL alphabet.
     */
    private static Stream<String> base64Forms(byte[] value) {
        Stream.Builder<String> found = Stream.builder();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + value.length];
            System.arraycopy(value, 0, shifted, before, value.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            String certain = encoded.substring(from, to);
            found.add(certain).add(certain.replace('+', '-').replace('/', '_'));
            if (before == 0) {
                found.add(encoded).add(encoded.replace('+', '-').replace('/', '_'));
                found.add(Base64.getEncoder().encodeToString(value));
            }
        }
        return found.build();
    }

    private static String xml(String value, String apostrophe) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", apostrophe);
    }
}
