package dev.viralvideo.media.illustration;

import dev.viralvideo.stock.Licence;

/**
 * One picture of the shipped set.
 *
 * @param name  file name without ending, for example {@code honeybee}
 * @param group {@code nature}, {@code food}, {@code places}, {@code activity}, {@code object}, {@code person} or
 *              {@code symbol}
 */
public record Illustration(String name, String group) {
    /** Of the whole set; the licence text lies beside the pictures. */
    public static final Licence LICENCE = new Licence(
            "MIT",
            "MIT License",
            "https://github.com/microsoft/fluentui-emoji/blob/main/LICENSE",
            null,
            "Microsoft Corporation",
            null,
            "https://github.com/microsoft/fluentui-emoji",
            "Illustrations: Fluent Emoji, Microsoft Corporation, MIT License");
}
