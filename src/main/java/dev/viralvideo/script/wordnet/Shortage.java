package dev.viralvideo.script.wordnet;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.script.Template;

/** The messages for topics that WordNet cannot serve: each says what to do, with a command to copy. */
final class Shortage {
    private static final String CODE = "TOPIC_NEEDS_FACTS";

    private Shortage() {}

    /** @param meant a known word that is written nearly so, or null */
    static Failure.Validation unknown(Request request, String meant) {
        return new Failure.Validation(
                CODE,
                "WordNet, the offline source of facts, knows no subject in the topic \"" + request.topic() + "\""
                        + (meant == null ? "; " : ": did you mean \"" + meant + "\"? Else ") + help(request));
    }

    static Failure.Validation tooFew(Request request, String subject, int found, int needed) {
        return new Failure.Validation(
                CODE,
                "WordNet, the offline source of facts, has "
                        + (found == 0 ? "no statement" : "only " + found + " of " + needed + " statements")
                        + " about \"" + subject + "\"; " + help(request));
    }

    static Failure.Validation unit(Request request, String unit, String subject) {
        return new Failure.Validation(
                CODE,
                "the offline source of facts has no " + unit + ", as \"" + request.topic()
                        + "\" asks for; ask for \"facts about " + subject + "\", or " + help(request));
    }

    static Failure.Validation story(Request request, int found, int needed) {
        return new Failure.Validation(
                CODE,
                "WordNet, the offline source of facts, has only " + found + " dated events of " + needed
                        + " for a story about \"" + request.topic() + "\"; choose --template facts, or "
                        + help(request));
    }

    static Failure.Validation template(Request request, Template template) {
        boolean guide = template.category().equals("guide");
        return new Failure.Validation(
                CODE,
                "the offline source of facts has no " + (guide ? "steps" : "quotations") + " for template "
                        + template.name() + "; " + help(request));
    }

    /** @param why what keeps it from being English, behind "the topic …" */
    static Failure.Validation language(Request request, String why) {
        return new Failure.Validation(
                "TOPIC_NOT_ENGLISH",
                "the offline source of facts speaks English only, the topic \"" + request.topic() + "\" "
                        + why
                        + "; write the topic in English, or bring your own script with --points FILE, or configure a script provider and a voice");
    }

    private static String help(Request request) {
        String topic = request.topic().replaceAll("[\"$`\\\\!]", "");
        return "give your own facts, one a line: ./vvg make \"" + topic
                + "\" --points facts.txt, or configure a script provider (docs/guides/providers.md)";
    }
}
