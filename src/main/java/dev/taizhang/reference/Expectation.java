package dev.taizhang.reference;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What is expected of the rows of a feed, as data: a condition that a row should not fulfil, and
 * what to tell its university when it does.
 *
 * @param id identifies the rule in the tables, {@code snake_case}
 * @param feed the feeds whose rows it is about, joined by |
 * @param severity what becomes of a row that breaks it
 * @param scope whether the expression looks at one row or at a file's rows together
 * @param column the column to correct, by its name in {@code column_aliases.csv}; empty when it is
 *     the row as a whole
 * @param expression SQL that is true where the rule is broken; with scope {@code FILE} an aggregate
 *     that counts the rows concerned, 0 where there is nothing to say
 * @param messageZh what is wrong and how to correct it, in Chinese
 * @param messageEn the same in English
 * @param source the clause that the rule comes from
 */
public record Expectation(
    String id,
    String feed,
    Severity severity,
    Scope scope,
    String column,
    String expression,
    String messageZh,
    String messageEn,
    String source) {

  /** What becomes of a row that breaks a rule. */
  public enum Severity {
    /** The row cannot be counted rightly at all and is left out. */
    QUARANTINE,
    /** The row counts, under {@code unknown} in the dimension that is defective. */
    FLAG;

    /** The severity of that name; IllegalArgumentException where there is none. */
    public static Severity of(String id) {
      return named(values(), Severity::id, id);
    }

    /** Its name in the tables. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an expression looks at. */
  public enum Scope {
    /** One row. */
    ROW,
    /** All accepted rows of a file together. */
    FILE;

    /** The scope of that name; IllegalArgumentException where there is none. */
    public static Scope of(String id) {
      return named(values(), Scope::id, id);
    }

    /** Its name in the tables. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Set<String> FEEDS = Set.of("ledger", "follow_up", "assistance");

  public Expectation {
    if (!id.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "A rule's id consists of lower-case letters, digits and _, not '" + id + "'.");
    }
    if (!FEEDS.containsAll(feeds(feed))) {
      throw new IllegalArgumentException(
          "Rule %s is about '%s'; feeds are ledger, follow_up and assistance, joined by |."
              .formatted(id, feed));
    }
    if (expression.isBlank() || messageZh.isBlank() || messageEn.isBlank()) {
      throw new IllegalArgumentException(
          "Rule " + id + " lacks its expression or one of its messages.");
    }
    if (severity == Severity.QUARANTINE && scope == Scope.FILE) {
      throw new IllegalArgumentException(
          "Rule " + id + " is about all rows of a file together, so it cannot quarantine one.");
    }
  }

  private static <T> T named(T[] values, Function<T, String> name, String wanted) {
    return Arrays.stream(values)
        .filter(value -> name.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no '%s'; use %s."
                        .formatted(
                            wanted, Arrays.stream(values).map(name).collect(joining(" or ")))));
  }

  /** The feeds whose rows it is about. */
  public List<String> feeds() {
    return feeds(feed);
  }

  private static List<String> feeds(String joined) {
    return Pattern.compile("|", Pattern.LITERAL).splitAsStream(joined).toList();
  }
}
