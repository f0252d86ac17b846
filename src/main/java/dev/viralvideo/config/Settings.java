package dev.viralvideo.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The settings in force, typed and checked, by subject. */
public record Settings(
        LayeredProperties properties,
        Folders folders,
        RequestSettings request,
        ScriptSettings script,
        MediaSettings media,
        AudioSettings audio,
        VideoSettings video,
        ProviderSettings providers,
        CostSettings costs,
        DatabaseSettings database,
        BrokerSettings broker,
        StageSettings stages,
        IntakeSettings intake,
        ServiceSettings service,
        WebSettings web,
        ApiSettings api,
        CallbackSettings callbacks,
        LogSettings log) {
    /**
     * @param install   the folder that holds {@code templates/}, {@code styles/} and {@code routes/}
     * @param arguments settings given as arguments, by full key
     */
    public static Settings load(
            Path install, Path home, Map<String, String> environment, Map<String, String> arguments) {
        LayeredProperties properties =
                LayeredProperties.load(home.resolve("config/application.properties"), environment, arguments);
        Folders folders = Folders.of(install, home, properties);
        CheckedProperties checked = new CheckedProperties(properties);
        return new Settings(
                properties,
                folders,
                RequestSettings.of(checked),
                ScriptSettings.of(checked),
                MediaSettings.of(checked),
                AudioSettings.of(checked),
                VideoSettings.of(checked),
                ProviderSettings.of(checked, folders),
                CostSettings.of(checked, folders),
                DatabaseSettings.of(checked, folders),
                BrokerSettings.of(checked),
                StageSettings.of(checked),
                IntakeSettings.of(checked),
                ServiceSettings.of(checked),
                WebSettings.of(checked),
                ApiSettings.of(checked),
                CallbackSettings.of(checked),
                LogSettings.of(checked));
    }

    /** What is set for a parameter of a provider's file, {@code vvg.provider.NAME.PARAMETER}. */
    public Optional<String> provider(String name, String parameter) {
        return properties.free("vvg.provider." + name + "." + parameter);
    }
}
