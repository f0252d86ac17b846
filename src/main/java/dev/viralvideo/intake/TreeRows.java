package dev.viralvideo.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.BrokenSyntax;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code .json} and {@code .yaml}: one object, an array of objects, or several documents of either. Tokens are read
 * one by one and aliases are refused, so neither a deep nor a self-multiplying file costs memory.
 */
final class TreeRows implements TopicRows {
    private final String name;
    private final JsonParser parser;
    private boolean inArray;
    private long line;
    private long column;

    TreeRows(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    @Override
    public TopicRow next() throws IOException {
        try {
            return entry();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new TopicSyntax(
                    "BAD_SYNTAX",
                    at == null ? line : at.getLineNr(),
                    at == null ? column : at.getColumnNr(),
                    "cannot be parsed: " + BrokenSyntax.reason(e));
        }
    }

    private TopicRow entry() throws IOException {
        while (true) {
            JsonToken token = advance();
            if (token == null) {
                return null;
            }
            if (token == JsonToken.END_ARRAY) {
                inArray = false;
            } else if (token == JsonToken.START_ARRAY && !inArray) {
                inArray = true;
            } else if (token == JsonToken.START_OBJECT) {
                return object();
            } else if (token != JsonToken.VALUE_NULL || inArray) {
                parser.skipChildren();
                return new TopicRow.Rejected(
                        position(), bad("an entry must be an object with fields such as topic: …"));
            }
        }
    }

    private TopicRow object() throws IOException {
        String start = position();
        RequestFields fields = new RequestFields();
        TopicRow.Rejected rejected = null;
        while (advance() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            String at = position();
            try {
                RequestFields.known(field);
                advance();
                read(field, fields);
            } catch (Failure e) {
                rejected = rejected == null ? new TopicRow.Rejected(at, e) : rejected;
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    advance();
                }
                parser.skipChildren();
            }
        }
        return rejected != null ? rejected : TopicRows.row(start, fields::request);
    }

    private void read(String field, RequestFields fields) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            fields.put(field, list(field));
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            fields.put(field, scalar(field));
        }
    }

    /** Reads the whole list before it complains, so that the parser stands behind it. */
    private List<String> list(String field) throws IOException {
        List<String> entries = new ArrayList<>();
        Failure wrong = null;
        while (advance() != JsonToken.END_ARRAY) {
            try {
                String entry = scalar(field);
                if (entries.size() <= RequestRules.MOST_ENTRIES) {
                    entries.add(entry);
                }
            } catch (Failure e) {
                wrong = wrong == null ? e : wrong;
                parser.skipChildren();
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        return entries;
    }

    private String scalar(String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw bad(field + " uses an alias (*" + yaml.getText() + "); write the value out");
        }
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY || token == JsonToken.VALUE_NULL) {
            throw bad(field + " must be " + (RequestFields.isList(field) ? "a list of texts" : "one value"));
        }
        return parser.getText();
    }

    private JsonToken advance() throws IOException {
        JsonToken token = parser.nextToken();
        JsonLocation at = parser.currentTokenLocation();
        line = at.getLineNr();
        column = at.getColumnNr();
        return token;
    }

    private String position() {
        return name + ":" + line + ":" + column;
    }

    private static Failure.Validation bad(String message) {
        return new Failure.Validation("BAD_FIELD", message);
    }
}
