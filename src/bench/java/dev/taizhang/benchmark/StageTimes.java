package dev.taizhang.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the time of one run goes, from the lines that it logs with their milliseconds. */
final class StageTimes {

  /** The step that reads the files. */
  static final String FILES_READ = "files read";

  private static final Pattern LINE =
      Pattern.compile(
          "^(?<at>\\d{13}) (?<name>"
              + FILES_READ
              + "|\\w+\\.\\w+)"
              + ": (?<count>\\d+) (?:files|rows).*? (?<seconds>\\d+\\.\\d) s\\b.*$");
  // Made one after another as files are taken in; all other tables two at a time.
  private static final Set<String> ONE_AFTER_ANOTHER =
      Set.of(
          FILES_READ,
          "intake.quarantine",
          "ledger.entries",
          "intake.expectation_results",
          "intake.major_names");

  /** What a run does outside its steps: before the first, between them, after the last. */
  static final String START = "start";

  static final String BETWEEN = "between";
  static final String END = "end";

  private StageTimes() {}

  /**
   * A step of the run.
   *
   * @param name of the step; the table for stages
   * @param rows rows that it wrote; empty where it writes none
   * @param fromSecond when it began, in seconds from the start of the process
   * @param toSecond when it ended
   */
  record Step(String name, OptionalLong rows, double fromSecond, double toSecond) {

    double seconds() {
      return toSecond - fromSecond;
    }
  }

  /**
   * A line of the table: a part of the whole, or a stage that runs beside another one.
   *
   * @param name what it is
   * @param rows rows that it wrote; empty where it writes none
   * @param seconds how long
   * @param beside whether it lies within the line above, beside others
   */
  record Part(String name, OptionalLong rows, double seconds, boolean beside) {}

  /** The steps that a log tells of, by their end. */
  static List<Step> steps(List<String> log, long startedAtMillis) {
    List<Step> steps = new ArrayList<>();
    for (String line : log) {
      Matcher match = LINE.matcher(line);
      if (match.matches()) {
        double to = (Long.parseLong(match.group("at")) - startedAtMillis) / 1000.0;
        String count = match.group("name").contains(".") ? match.group("count") : null;
        steps.add(
            new Step(
                match.group("name"),
                count == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(count)),
                to - Double.parseDouble(match.group("seconds")),
                to));
      }
    }
    return steps;
  }

  /**
   * The whole of a run in parts that follow each other and add up to it.
   *
   * @param steps as {@link #steps} gives them
   * @param processSeconds the whole
   * @throws IllegalStateException when the log does not tell of a run
   */
  static List<Part> parts(List<Step> steps, double processSeconds) {
    List<Step> intake =
        steps.stream().filter(step -> ONE_AFTER_ANOTHER.contains(step.name())).toList();
    List<Step> figures =
        steps.stream()
            .filter(step -> !ONE_AFTER_ANOTHER.contains(step.name()))
            .sorted(Comparator.comparingDouble(Step::fromSecond))
            .toList();
    if (intake.size() != ONE_AFTER_ANOTHER.size() || figures.isEmpty()) {
      throw new IllegalStateException("The log does not tell of a whole run: " + steps);
    }
    List<Part> parts = new ArrayList<>();
    parts.add(rest("start of JVM and session, tables made, lock", intake.get(0).fromSecond()));
    double between = 0;
    for (int i = 0; i < intake.size(); i++) {
      Step step = intake.get(i);
      if (i > 0) {
        between += step.fromSecond() - intake.get(i - 1).toSecond();
      }
      parts.add(new Part(name(step), step.rows(), step.seconds(), false));
    }
    parts.add(rest("between these steps", between));
    double last = figures.stream().mapToDouble(Step::toSecond).max().orElseThrow();
    double first = figures.get(0).fromSecond();
    parts.add(rest("receipts: submissions, files, run", first - end(intake)));
    parts.add(rest("history and figures, two tables at a time, of which", last - first));
    figures.forEach(step -> parts.add(new Part(step.name(), step.rows(), step.seconds(), true)));
    parts.add(rest("lock given back, end of session and JVM", processSeconds - last));
    return parts;
  }

  /**
   * Seconds of each step by its name, in the order of their ends, and of what a run does outside
   * them. Steps that are made beside each other are each counted in full.
   *
   * @param steps as {@link #steps} gives them; none where nothing was new
   * @param processSeconds the whole
   */
  static Map<String, Double> seconds(List<Step> steps, double processSeconds) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    double from = steps.stream().mapToDouble(Step::fromSecond).min().orElse(processSeconds);
    seconds.put(START, from);
    double within = 0;
    double reached = from;
    for (Step step : steps.stream().sorted(Comparator.comparing(Step::fromSecond)).toList()) {
      within += Math.max(0, step.toSecond() - Math.max(reached, step.fromSecond()));
      reached = Math.max(reached, step.toSecond());
    }
    steps.forEach(step -> seconds.merge(step.name(), step.seconds(), Double::sum));
    seconds.put(BETWEEN, reached - from - within);
    seconds.put(END, processSeconds - reached);
    return seconds;
  }

  private static double end(List<Step> steps) {
    return steps.get(steps.size() - 1).toSecond();
  }

  private static Part rest(String name, double seconds) {
    return new Part(name, OptionalLong.empty(), seconds, false);
  }

  private static String name(Step step) {
    return switch (step.name()) {
      case "files read" -> "files read, screened, conformed, and their rows written";
      default -> step.name();
    };
  }
}
