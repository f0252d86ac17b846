package dev.viralvideo.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.BrokenSyntax;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code .csv}: the first row names the fields; the entries of a list are separated by {@code |}. */
final class TableRows implements TopicRows {
    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final String name;
    private final MappingIterator<String[]> rows;
    private List<String> header;
    private int row;
    private long line = 1;

    TableRows(String name, Reader reader) throws IOException {
        this.name = name;
        BufferedReader buffered = new BufferedReader(reader);
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(buffered));
        this.rows = MAPPER.readerFor(String[].class).with(schema).readValues(buffered);
    }

    @Override
    public TopicRow next() throws IOException {
        try {
            for (row++; rows.hasNextValue(); row++) {
                line = rows.getCurrentLocation().getLineNr();
                String[] cells = rows.nextValue();
                if (header == null) {
                    header = header(cells);
                } else if (!isBlank(cells)) {
                    return TopicRows.row(name + ":" + line + " (row " + row + ")", () -> request(cells));
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            throw broken(e);
        } catch (RuntimeJsonMappingException e) {
            throw e.getCause() instanceof JsonProcessingException cause ? broken(cause) : e;
        }
    }

    private TopicSyntax broken(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TopicSyntax known) {
                return known; // it is the reader beneath that stopped, and it knows the line
            }
        }
        JsonLocation noticed = rows.getCurrentLocation();
        // an open quote is noticed at the next one or at the end of the file, and mended where its row begins
        return new TopicSyntax(
                "BAD_SYNTAX",
                line,
                noticed.getLineNr() == line ? noticed.getColumnNr() : 0,
                "row " + row + " cannot be parsed: " + BrokenSyntax.reason(e));
    }

    private List<String> header(String[] cells) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.length; i++) {
            String field = cells[i].strip().toLowerCase(Locale.ROOT);
            try {
                RequestFields.known(field);
            } catch (Failure e) {
                throw new TopicSyntax("UNKNOWN_FIELD", 1, 0, "column " + (i + 1) + " of the header: " + e.getMessage());
            }
            if (!seen.add(field)) {
                throw new TopicSyntax("BAD_FIELD", 1, 0, "the header names '" + field + "' twice; keep one of them");
            }
            names.add(field);
        }
        if (!seen.contains("topic")) {
            throw new TopicSyntax(
                    "TOPIC_MISSING", 1, 0, "the header has no column 'topic'; the first row names the fields");
        }
        return names;
    }

    private Request request(String[] cells) {
        if (cells.length > header.size()) {
            throw new Failure.Validation(
                    "BAD_FIELD",
                    "the row has " + cells.length + " cells but the header only " + header.size()
                            + "; put quotes round a cell that holds the separator");
        }
        RequestFields fields = new RequestFields();
        for (int i = 0; i < cells.length; i++) {
            String field = header.get(i);
            if (cells[i].isBlank()) {
                continue;
            }
            if (RequestFields.isList(field)) {
                fields.put(field, entries(cells[i]));
            } else {
                fields.put(field, cells[i]);
            }
        }
        return fields.request();
    }

    private static List<String> entries(String cell) {
        List<String> entries = new ArrayList<>();
        for (String entry : cell.split("\\|")) {
            if (!entry.isBlank()) {
                entries.add(entry.strip());
            }
        }
        return entries;
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Spreadsheets of many countries write a semicolon, some a tab. */
    private static char separator(BufferedReader reader) throws IOException {
        int look = 1000;
        reader.mark(look + 1);
        char[] start = new char[look];
        int count = Math.max(0, reader.read(start, 0, look));
        reader.reset();
        String first = new String(start, 0, count).lines().findFirst().orElse("");
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
