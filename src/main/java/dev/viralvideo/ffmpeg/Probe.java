package dev.viralvideo.ffmpeg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks ffprobe about a file that may be anything. */
final class Probe {
    /**
     * The containers and picture formats that people have. Whatever is not named is refused, above all what makes
     * FFmpeg open further files or addresses (playlists, concat lists, image sequences) and what draws text (SVG, tty).
     */
    private static final String FORMATS = "mov,matroska,avi,mpegts,mpeg,flv,asf,ogg,mxf,nut,ivf,dv,h264,hevc,m4v,"
            + "gif,apng,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,jpegxl_pipe,"
            + "wav,w64,mp3,aac,ac3,flac,aiff,caf,au,amr,ape,wv";

    private static final String CONTAINER = "format=format_name,duration"
            + ":stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,pix_fmt,avg_frame_rate,r_frame_rate"
            + ",color_space,color_transfer,color_primaries"
            + ",nb_frames,duration:stream_disposition=attached_pic:stream_side_data=rotation:stream_tags=rotate";

    private static final String PICTURES = "frame=stream_index,width,height:frame_side_data=rotation";

    /** Enough for the first pictures of most files, sound between them included: each call costs a start of ffprobe. */
    private static final int FIRST_PACKETS = 12;

    /** A recording that begins between two key frames shows its first picture late. */
    private static final int MORE_PACKETS = 300;

    private final Programs programs;
    private final Duration timeout;

    Probe(Programs programs, Duration timeout) {
        this.programs = programs;
        this.timeout = timeout;
    }

    MediaInfo of(Path file) {
        if (!Files.isRegularFile(file) || file.toFile().length() == 0) {
            throw unreadable(file, Files.isRegularFile(file) ? "it is empty" : "there is no such file");
        }
        JsonNode answer = ask(file, FIRST_PACKETS, "-show_entries", CONTAINER + ":" + PICTURES);
        ProbedStreams streams = new ProbedStreams(answer);
        if (streams.video() == null && streams.audio() == null) {
            throw unreadable(file, "it has neither pictures nor sound");
        }
        if (streams.video() == null) {
            return streams.withoutVideo();
        }
        List<JsonNode> pictures = streams.pictures(answer);
        return streams.withVideo(pictures.isEmpty() ? laterPictures(file, streams) : pictures);
    }

    /** They show whether it decodes, which way up it is, and whether it moves. */
    private List<JsonNode> laterPictures(Path file, ProbedStreams streams) {
        String stream = streams.video().path("index").asText();
        JsonNode answer = ask(file, MORE_PACKETS, "-select_streams", stream, "-show_entries", PICTURES);
        List<JsonNode> pictures = streams.pictures(answer);
        if (pictures.isEmpty()) {
            throw unreadable(file, "its pictures cannot be decoded");
        }
        return pictures;
    }

    private JsonNode ask(Path file, int packets, String... question) {
        List<String> line = new ArrayList<>(List.of(programs.ffprobe().toString(), "-hide_banner", "-v", "error"));
        line.addAll(List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS));
        line.addAll(List.of("-read_intervals", "%+#" + packets));
        line.addAll(List.of(question));
        line.addAll(List.of("-of", "json"));
        line.addAll(PictureFormat.input(file.toAbsolutePath()));
        return parse(file, run(file, line));
    }

    private ProgramRun.Outcome run(Path file, List<String> line) {
        try {
            ProgramRun.Outcome outcome = ProgramRun.of(programs.environment(), line, timeout);
            if (outcome.exit() != 0 || !outcome.complete()) {
                throw unreadable(file, Messages.lastUseful(outcome.errors()));
            }
            return outcome;
        } catch (ChildProcess.TimedOut e) {
            throw unreadable(file, "looking into it took more than " + timeout.toSeconds() + " s");
        }
    }

    private static JsonNode parse(Path file, ProgramRun.Outcome outcome) {
        try {
            return Json.MAPPER.readTree(outcome.output());
        } catch (JsonProcessingException e) {
            throw unreadable(file, "ffprobe's answer is not JSON");
        }
    }

    private static Failure unreadable(Path file, String reason) {
        return new Failure.Validation(
                "UNREADABLE_MEDIA", "'" + file + "' cannot be used as media: " + reason + "; replace or remove it");
    }
}
