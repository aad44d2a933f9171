package dev.taizhang.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import dev.taizhang.tables.Rows;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The rules that rows are held against, as expressions that are evaluated together. */
public final class Expectations {

  // Stands in no id.
  private static final String SEPARATOR = ",";

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

  /**
   * The ids of the rules that a row of a feed breaks without being left out, sorted.
   *
   * @param rows what the rules look at; only the columns count
   */
  Column flags(String feed, Dataset<Row> rows) {
    List<Expectation> flags = of(feed, Severity.FLAG, Scope.ROW);
    Map<String, Column> expressions = RuleExpression.ofRows(rows, flags);
    Column[] broken =
        flags.stream()
            .map(Expectation::id)
            .sorted()
            .map(id -> when(isBroken(expressions.get(id)), lit(id)))
            .toArray(Column[]::new);
    Column none = array().cast(DataTypes.createArrayType(DataTypes.StringType, false));
    // As a text first: an array without its nulls is a function that Spark does not compile, and
    // all rules would be interpreted with it.
    Column joined = concat_ws(SEPARATOR, broken);
    return broken.length == 0
        ? none
        : when(joined.equalTo(""), none).otherwise(split(joined, SEPARATOR));
  }

  /**
   * The id of the first rule for which a row is left out, of those chosen; null for none.
   *
   * @param rows what the rules look at; only the columns count
   */
  Column firstBroken(Dataset<Row> rows, Predicate<Expectation> chosen) {
    List<Expectation> rulesChosen = quarantining().filter(chosen).toList();
    Map<String, Column> expressions = RuleExpression.ofRows(rows, rulesChosen);
    Column[] broken =
        rulesChosen.stream()
            .map(
                rule ->
                    when(
                        Rows.FEED
                            .column()
                            .isin(rule.feeds().toArray())
                            .and(isBroken(expressions.get(rule.id()))),
                        lit(rule.id())))
            .toArray(Column[]::new);
    return broken.length == 0 ? lit(null).cast(DataTypes.StringType) : coalesce(broken);
  }

  /** A text of the rule with that id, for the rules by which rows are left out. */
  Column ofQuarantine(Column id, Function<Expectation, Column> property) {
    Column value = lit(null).cast(DataTypes.StringType);
    for (Expectation rule : quarantining().toList()) {
      value = when(id.equalTo(rule.id()), property.apply(rule)).otherwise(value);
    }
    return value;
  }

  /** Whether a rule by which rows are left out looks at a column. */
  boolean quarantineLooksAt(String column) {
    return quarantining()
        .anyMatch(rule -> mentions(rule, column) || correct(rule).contains(column));
  }

  private Stream<Expectation> quarantining() {
    return rules.stream().filter(rule -> rule.severity() == Severity.QUARANTINE);
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

  private static Column isBroken(Column expression) {
    return coalesce(expression, lit(false));
  }
}
