package dev.taizhang.config;

import dev.taizhang.errors.InvalidUsage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Settings of a job file that stand together, each asked for by its name. What is wrong is
 * collected with its line, so that a person hears of all of it at once.
 */
final class JobSection {

  // hdfs://…, s3a://… and the like stand for themselves.
  private static final Pattern WITH_SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");

  private final Path file;
  private final int line;
  private final List<String> problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final List<JobSection> parts = new ArrayList<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  JobSection(Path file, Optional<Node> node) {
    this(file, node, new ArrayList<>());
  }

  private JobSection(Path file, Optional<Node> node, List<String> problems) {
    this.file = file;
    this.problems = problems;
    this.line = node.map(JobSection::line).orElse(1);
    node.ifPresent(this::take);
  }

  private void take(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      problem("write settings as 'name: value', one per line");
      return;
    }
    for (NodeTuple setting : mapping.getValue()) {
      String name =
          setting.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(no name)";
      lines.put(name, line(setting.getKeyNode()));
      if (values.put(name, setting.getValueNode()) != null) {
        problem(line(setting.getKeyNode()), "'" + name + "' appears twice");
      }
    }
  }

  /** A folder: as it stands where it is absolute or has a scheme, else from the file's folder. */
  Optional<String> location(String name) {
    return text(name)
        .map(
            location ->
                WITH_SCHEME.matcher(location).matches()
                    ? location
                    : file.toAbsolutePath().resolveSibling(location).normalize().toString());
  }

  /** A text. */
  Optional<String> text(String name) {
    Optional<Node> value = value(name);
    if (value.isPresent() && value.get() instanceof ScalarNode scalar) {
      if (!scalar.getValue().isBlank()) {
        return Optional.of(scalar.getValue());
      }
    }
    value.ifPresent(node -> problem(line(node), "'" + name + "' must be text"));
    return Optional.empty();
  }

  /** Yes or no; no where it is left out. */
  boolean flag(String name) {
    Optional<Node> value = value(name);
    if (value.isEmpty()) {
      return false;
    }
    String text = value.get() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!text.equals("true") && !text.equals("false")) {
      problem(line(value.get()), "'" + name + "' must be true or false" + found(text));
    }
    return text.equals("true");
  }

  /** A request for figures, or several. */
  List<AsOfRequest> asOfRequests(String name) {
    Optional<Node> value = value(name);
    List<Node> items =
        value
            .map(node -> node instanceof SequenceNode list ? list.getValue() : List.of(node))
            .orElse(List.of());
    List<AsOfRequest> requests = new ArrayList<>();
    for (Node item : items) {
      String text = item instanceof ScalarNode scalar ? scalar.getValue() : "";
      try {
        requests.add(AsOfRequest.parse(text));
      } catch (IllegalArgumentException e) {
        problem(line(item), "'" + name + "': " + e.getMessage());
      }
    }
    return requests;
  }

  /** A whole number. */
  int whole(String name, int otherwise) {
    return (int) number(name, otherwise, "-?\\d{1,9}", "a whole number");
  }

  /** A share between 0 and 1. */
  double share(String name, double otherwise) {
    return number(name, otherwise, "\\d{1,9}(\\.\\d{1,9})?", "a number such as 0.1");
  }

  private double number(String name, double otherwise, String form, String meaning) {
    Optional<Node> value = value(name);
    String text = value.isPresent() && value.get() instanceof ScalarNode s ? s.getValue() : "";
    if (text.matches(form)) {
      return Double.parseDouble(text);
    }
    value.ifPresent(node -> problem(line(node), "'" + name + "' must be " + meaning + found(text)));
    return otherwise;
  }

  /** A text that must be there; what stands for it is noted as a problem where it is not. */
  String required(String name) {
    Optional<Node> value = value(name);
    if (value.isEmpty()) {
      problem("'" + name + "' is missing");
      return "missing";
    }
    return text(name).orElse("missing");
  }

  /** One of some words; the first where it is left out. */
  String oneOf(String name, String... words) {
    Optional<String> text = text(name);
    if (text.isPresent() && !Arrays.asList(words).contains(text.get())) {
      problem(
          line(value(name).orElseThrow()),
          "'%s' must be one of %s%s".formatted(name, String.join(", ", words), found(text.get())));
      return words[0];
    }
    return text.orElse(words[0]);
  }

  /** Groups of settings in a list below a name. */
  List<JobSection> sections(String name) {
    Optional<Node> value = value(name);
    if (value.isPresent() && !(value.get() instanceof SequenceNode)) {
      problem(line(value.get()), "'" + name + "' must be a list, with a dash before each item");
    }
    List<JobSection> sections = new ArrayList<>();
    if (value.isPresent() && value.get() instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        sections.add(new JobSection(file, Optional.of(item), problems));
      }
    }
    parts.addAll(sections);
    return sections;
  }

  /** Settings below a name. */
  JobSection section(String name) {
    JobSection section = new JobSection(file, value(name), problems);
    parts.add(section);
    return section;
  }

  private Optional<Node> value(String name) {
    known.add(name);
    return Optional.ofNullable(values.get(name));
  }

  private static String found(String text) {
    return text.isEmpty() ? "" : ", not '" + text + "'";
  }

  /** Notes what is wrong with the section as a whole. */
  void problem(String what) {
    problem(line, what);
  }

  private void problem(int atLine, String what) {
    problems.add("line " + atLine + ": " + what);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidUsage when something is wrong, also a setting that nobody asked for
   */
  void requireNoProblems() {
    addUnknown();
    if (!problems.isEmpty()) {
      throw new InvalidUsage(
          "The job file %s has %d problem%s; nothing was done:%n  %s%nWhat to do: correct them; jobs/weekly.yaml is an example."
              .formatted(
                  file,
                  problems.size(),
                  problems.size() == 1 ? "" : "s",
                  String.join("%n  ".formatted(), problems)));
    }
  }

  private void addUnknown() {
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                problem(
                    lines.get(name),
                    "there is no setting '"
                        + name
                        + "'; the settings are "
                        + String.join(", ", known)));
    parts.forEach(JobSection::addUnknown);
  }
}
