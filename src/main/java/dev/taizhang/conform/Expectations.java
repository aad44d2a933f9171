package dev.taizhang.conform;

import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import java.util.List;
import java.util.regex.Pattern;

/** The rules that rows are held against. */
public final class Expectations {

  /** The feed whose files are judged as a whole. */
  static final String LEDGER = "ledger";

  private final List<Expectation> rules;

  /** The rules, in the order in which the gravest come first. */
  public Expectations(List<Expectation> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules of a feed, by what they do and look at. */
  public List<Expectation> of(String feed, Severity severity, Scope scope) {
    return rules.stream()
        .filter(rule -> rule.feeds().contains(feed))
        .filter(rule -> rule.severity() == severity && rule.scope() == scope)
        .toList();
  }

  /** Whether an expression has a column's name in it as a word. */
  static boolean mentions(Expectation rule, String column) {
    return Pattern.compile("(?i)\\b" + column + "\\b").matcher(rule.expression()).find();
  }

  /** The cells of the columns that a rule says are to be corrected, the first one first. */
  static List<String> correct(Expectation rule) {
    return rule.column().isEmpty()
        ? List.of()
        : Pattern.compile("\\|").splitAsStream(rule.column()).map(name -> "cell_" + name).toList();
  }
}
