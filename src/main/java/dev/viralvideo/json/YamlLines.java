package dev.viralvideo.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** On which line a field of a YAML file stands. Data binding forgets that for records, so the tree is read again. */
final class YamlLines {
    private final Node root;

    private YamlLines(Node root) {
        this.root = root;
    }

    static YamlLines of(Path file) {
        try {
            return new YamlLines(
                    new Yaml(new LoaderOptions()).compose(new java.io.StringReader(Files.readString(file))));
        } catch (IOException | YAMLException e) {
            return new YamlLines(null); // broken syntax: the reader's own location is right
        }
    }

    /**
     * @param path   fields and {@code [n]} from the root
     * @param reason what is wrong; where it begins with the name of a field, that field's line is meant
     */
    Optional<Integer> line(List<String> path, String reason) {
        Node node = root;
        int line = -1;
        for (String step : path) {
            NodeTuple entry = entry(node, step);
            Node next = entry == null ? element(node, step) : entry.getValueNode();
            if (next == null) {
                return line < 0 ? Optional.empty() : Optional.of(line);
            }
            line = 1
                    + (entry == null ? next : entry.getKeyNode()).getStartMark().getLine();
            node = next;
        }
        NodeTuple named = entry(node, reason.split("[ \\[.:]", 2)[0]);
        if (named != null) {
            line = 1 + named.getKeyNode().getStartMark().getLine();
        }
        return line < 0 ? Optional.empty() : Optional.of(line);
    }

    private static NodeTuple entry(Node node, String field) {
        if (!(node instanceof MappingNode mapping)) {
            return null;
        }
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(field))
                .findFirst()
                .orElse(null);
    }

    private static Node element(Node node, String step) {
        if (!(node instanceof SequenceNode sequence) || !step.startsWith("[")) {
            return null;
        }
        int index = Integer.parseInt(step.substring(1, step.length() - 1));
        return index < sequence.getValue().size() ? sequence.getValue().get(index) : null;
    }
}
