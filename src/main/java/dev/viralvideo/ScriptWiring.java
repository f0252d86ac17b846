package dev.viralvideo;

import dev.viralvideo.pipeline.Plugins;
import dev.viralvideo.pipeline.ScriptFinish;
import dev.viralvideo.pipeline.ScriptWriters;
import dev.viralvideo.script.OwnScriptWriter;
import dev.viralvideo.script.ScriptEnhancer;
import dev.viralvideo.script.ScriptValidator;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.wordnet.WordNet;
import dev.viralvideo.script.wordnet.WordNetWriter;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** Makes what the script stage asks: its writers, and what finishes a script. */
final class ScriptWiring {
    private ScriptWiring() {}

    static void bind(Wiring wiring, Plugins plugins, ProducerTemplate template) {
        Main camel = wiring.camel;
        ProviderWiring providers = wiring.providers;
        SpeakingRate rate = wiring.rate;
        camel.bind("ownScriptWriter", new OwnScriptWriter());
        camel.bind("modelWriter", providers.modelWriter(rate));
        camel.bind("factsWriter", providers.factsWriter());
        camel.bind("wordNetWriter", new WordNetWriter(new WordNet(), rate));
        camel.bind(
                "scriptWriters",
                new ScriptWriters(
                        plugins,
                        providers.files,
                        providers.readiness,
                        template,
                        wiring.settings.script().writers()));
        camel.bind("scriptFinish", new ScriptFinish(new ScriptEnhancer(rate), new ScriptValidator(rate)));
    }
}
