package dev.viralvideo.config;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.failure.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The settings as text, in four layers: defaults &lt; file &lt; environment &lt; arguments. The defaults file is the list
 * of what exists, so a key that is not in it is refused by name, wherever it stands.
 */
public final class LayeredProperties {
    private static final String DEFAULTS = "/config/application.properties";
    private static final String PREFIX = "vvg.";
    /** Parameters of provider files: which there are is known to those files only. */
    private static final Pattern FREE = Pattern.compile("vvg\\.provider\\.[a-z0-9-]+\\.[A-Za-z][A-Za-z0-9]*");

    /** A value and the layer it was set in. */
    public record Value(String text, Layer layer, String origin) {}

    private final SortedMap<String, Value> values = new TreeMap<>();
    private final Map<String, String> environment;

    private LayeredProperties(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * @param file      may be absent
     * @param arguments by full key
     */
    public static LayeredProperties load(Path file, Map<String, String> environment, Map<String, String> arguments) {
        LayeredProperties layered = new LayeredProperties(environment);
        layered.defaults()
                .forEach((key, value) -> layered.values.put(
                        String.valueOf(key), new Value(String.valueOf(value).trim(), Layer.DEFAULT, "default")));
        layered.read(file)
                .forEach(
                        (key, value) -> layered.set(String.valueOf(key), String.valueOf(value), Layer.FILE, "" + file));
        for (String key : Set.copyOf(layered.values.keySet())) {
            String variable = variable(key);
            if (environment.containsKey(variable)) {
                layered.set(key, environment.get(variable), Layer.ENVIRONMENT, variable);
            }
        }
        arguments.forEach((key, value) -> layered.set(key, value, Layer.ARGUMENT, "argument"));
        return layered;
    }

    /** The environment variable of a setting: {@code vvg.video.crf} is {@code VVG_VIDEO_CRF}. */
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public Value get(String key) {
        return Optional.ofNullable(values.get(key))
                .orElseThrow(() -> new Failure.Internal("setting " + key + " has no default", null));
    }

    /** A setting that need not have a default. */
    public Optional<String> free(String key) {
        Value set = values.get(key);
        if (set != null && set.layer() == Layer.ARGUMENT) {
            return Optional.of(set.text());
        }
        return Optional.ofNullable(environment.get(variable(key)))
                .map(String::trim)
                .or(() -> Optional.ofNullable(set).map(Value::text));
    }

    public SortedMap<String, Value> all() {
        return new TreeMap<>(values);
    }

    private void set(String key, String text, Layer layer, String origin) {
        if (!values.containsKey(key) && !FREE.matcher(key).matches()) {
            if (layer == Layer.FILE && !key.startsWith(PREFIX)) {
                values.put(key, new Value(text.trim(), layer, origin));
                return;
            }
            throw new Failure.Configuration(
                    "UNKNOWN_SETTING",
                    "unknown setting '" + key + "' (" + origin + ")" + nearest(key)
                            + "; `vvg config show` lists them all");
        }
        values.put(key, new Value(text.trim(), layer, origin));
    }

    private String nearest(String key) {
        return Spelling.nearest(key, values.keySet(), 4)
                .map(known -> "; did you mean '" + known + "'?")
                .orElse("");
    }

    private Properties defaults() {
        Properties properties = new Properties();
        try (InputStream in = LayeredProperties.class.getResourceAsStream(DEFAULTS)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new Failure.Internal("the defaults cannot be read", e);
        }
    }

    private Properties read(Path file) {
        Properties properties = new Properties();
        if (file == null || !Files.exists(file)) {
            return properties;
        }
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new Failure.Configuration("BAD_CONFIG_FILE", file + " cannot be read: " + IoReason.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new Failure.Configuration(
                    "BAD_CONFIG_FILE", file + " cannot be read as UTF-8 properties: " + e.getMessage(), e);
        }
    }
}
