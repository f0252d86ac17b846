package dev.viralvideo.ffmpeg;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** ffprobe's answer, and how it becomes a {@link MediaInfo}. */
final class ProbedStreams {
    private final JsonNode format;
    private final JsonNode video;
    private final JsonNode audio;

    ProbedStreams(JsonNode answer) {
        format = answer.path("format");
        JsonNode streams = answer.path("streams");
        video = first(streams, "video");
        audio = first(streams, "audio");
    }

    /** The first moving or still picture, null without; the cover of a song is none. */
    JsonNode video() {
        return video;
    }

    JsonNode audio() {
        return audio;
    }

    MediaInfo withoutVideo() {
        return new MediaInfo(
                name(),
                seconds(),
                false,
                true,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                text(audio, "codec_name"));
    }

    /** Those frames of an answer that are pictures of {@link #video}. */
    List<JsonNode> pictures(JsonNode answer) {
        List<JsonNode> pictures = new ArrayList<>();
        for (JsonNode frame : answer.path("frames")) {
            if (frame.path("stream_index").asInt(-1) == video.path("index").asInt()) {
                pictures.add(frame);
            }
        }
        return pictures;
    }

    /** @param frames the first decoded pictures, at least one */
    MediaInfo withVideo(List<JsonNode> frames) {
        boolean still = isStill(frames);
        int rotation = rotation(frames.get(0));
        Shown shown = Shown.of(video.path("width").asInt(), video.path("height").asInt(), aspect(), rotation);
        return new MediaInfo(
                name(),
                still ? 0 : seconds(),
                true,
                audio != null,
                still,
                shown.width(),
                shown.height(),
                rotation,
                still ? null : frameRate(),
                still ? Long.valueOf(1) : frameCount(),
                text(video, "codec_name"),
                text(video, "pix_fmt"),
                new PixelColours(
                        video.path("color_space").asText(PixelColours.UNKNOWN),
                        video.path("color_transfer").asText(PixelColours.UNKNOWN),
                        video.path("color_primaries").asText(PixelColours.UNKNOWN)),
                audio == null ? null : text(audio, "codec_name"));
    }

    /** A size as displayed, in square pixels. */
    private record Shown(int width, int height) {
        static Shown of(int width, int height, double sampleAspect, int rotation) {
            int square = (int) Math.max(1, Math.round(width * sampleAspect));
            return rotation % 180 == 0 ? new Shown(square, height) : new Shown(height, square);
        }
    }

    private boolean isStill(List<JsonNode> frames) {
        return frames.size() == 1 && (name().endsWith("_pipe") || audio == null) && seconds() < 1;
    }

    private String name() {
        return format.path("format_name").asText();
    }

    private double seconds() {
        double told = format.path("duration").asDouble(0);
        return told > 0
                ? told
                : Math.max(0, video == null ? 0 : video.path("duration").asDouble(0));
    }

    private Double frameRate() {
        double average = ratio(video.path("avg_frame_rate").asText(), '/');
        double rate = average > 0 ? average : ratio(video.path("r_frame_rate").asText(), '/');
        return rate > 0 ? rate : null;
    }

    private Long frameCount() {
        long told = video.path("nb_frames").asLong(0);
        return told > 0 ? told : null;
    }

    private double aspect() {
        double told = ratio(video.path("sample_aspect_ratio").asText(), ':');
        return told > 0 ? told : 1;
    }

    /** Clockwise degrees, 0 to 359; newer files tell it as side data (counter-clockwise), older ones as a tag. */
    private int rotation(JsonNode frame) {
        for (JsonNode place : new JsonNode[] {video.path("side_data_list"), frame.path("side_data_list")}) {
            for (JsonNode data : place) {
                if (data.has("rotation")) {
                    return Math.floorMod(-Math.round(data.path("rotation").floatValue()), 360);
                }
            }
        }
        return Math.floorMod(video.path("tags").path("rotate").asInt(0), 360);
    }

    private static double ratio(String text, char sign) {
        int at = text.indexOf(sign);
        if (at < 0) {
            return 0;
        }
        try {
            double below = Double.parseDouble(text.substring(at + 1));
            return below > 0 ? Double.parseDouble(text.substring(0, at)) / below : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static JsonNode first(JsonNode streams, String type) {
        for (JsonNode stream : streams) {
            boolean cover = stream.path("disposition").path("attached_pic").asInt() == 1;
            if (stream.path("codec_type").asText().equals(type) && !cover) {
                return stream;
            }
        }
        return null;
    }

    private static String text(JsonNode stream, String field) {
        return stream.path(field).asText(null);
    }
}
