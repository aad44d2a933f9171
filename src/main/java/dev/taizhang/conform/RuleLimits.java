package dev.taizhang.conform;

import dev.taizhang.expressions.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionWithRandomSeed;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Nondeterministic;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.RaiseError;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a rule may not do: tables depend on files and configuration alone, and a rule sees nothing
 * but the rows that it judges. What an expression does is asked of Spark, whatever it is called.
 */
final class RuleLimits {

  // Words that Spark makes a moment of while it reads the text.
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?i)\\b(?:date|timestamp(?:_ntz|_ltz)?)\\s*r?['\"]\\s*(?:now|today|tomorrow|yesterday)\\b");
  // The first of rows has no meaning where they have no order; a release is no property of a row.
  private static final Set<String> UNSTEADY = Set.of("First", "Last", "SparkVersion");
  private static final Set<String> PATTERNS =
      Set.of(
          "RLike",
          "RegExpReplace",
          "RegExpExtract",
          "RegExpExtractAll",
          "RegExpInStr",
          "StringSplit");

  private RuleLimits() {}

  /**
   * What is wrong with the text of a rule, before its names mean something.
   *
   * @throws ParseException when it is no SQL
   */
  static Optional<String> ofText(SparkSession spark, String text) throws ParseException {
    Expression parsed = Resolved.parsed(spark, text);
    Matcher moment = MOMENT.matcher(text);
    return Reach.outside(parsed)
        .map(RuleLimits::reaches)
        .or(() -> asksATable(parsed))
        .or(() -> moment.find() ? Optional.of(differs(moment.group() + "'")) : Optional.empty());
  }

  /** What is wrong with a rule whose names mean something. */
  static Optional<String> of(Expression expression) {
    List<Expression> all = new ArrayList<>();
    Resolved.visit(expression, all::add);
    return all.stream()
        .filter(RuleLimits::isUnsteady)
        .map(one -> differs(one.prettyName()))
        .findFirst()
        .or(() -> Reach.outside(expression).map(RuleLimits::reaches))
        .or(
            () ->
                all.stream().anyMatch(RaiseError.class::isInstance)
                    ? Optional.of("it would stop the whole run because of one row")
                    : Optional.empty())
        .or(() -> alwaysFails(Resolved.replaced(expression)));
  }

  private static String reaches(String function) {
    return "%s reaches outside the row, into Java or files".formatted(function);
  }

  private static String differs(String what) {
    return "%s differs from run to run, so the same file would give different rows".formatted(what);
  }

  private static Optional<String> asksATable(Expression parsed) {
    List<Expression> all = new ArrayList<>();
    Resolved.visit(parsed, all::add);
    return all.stream().anyMatch(PlanExpression.class::isInstance)
        ? Optional.of("it queries a table, and a rule may only look at the rows of its own file")
        : Optional.empty();
  }

  private static boolean isUnsteady(Expression expression) {
    return expression instanceof Nondeterministic
        || expression instanceof ExpressionWithRandomSeed
        || expression.nodePatterns().contains(TreePattern.CURRENT_LIKE())
        || UNSTEADY.contains(expression.getClass().getSimpleName());
  }

  /** A part that no row has a say in, and that has no value: told before there are rows. */
  private static Optional<String> alwaysFails(Expression expression) {
    if (expression.foldable() && !(expression instanceof Literal)) {
      return failure(expression);
    }
    if (PATTERNS.contains(expression.getClass().getSimpleName())) {
      Optional<String> problem = patternProblem(expression.children().apply(1));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return CollectionConverters.asJava(expression.children()).stream()
        .flatMap(inner -> alwaysFails(inner).stream())
        .findFirst();
  }

  private static Optional<String> failure(Expression constant) {
    try {
      constant.eval(InternalRow.empty());
      return Optional.empty();
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare; what it cannot evaluate here, it
      // evaluates later.
      boolean ofTheValue = !(e instanceof SparkThrowable spark && spark.isInternalError());
      return ofTheValue
          ? Optional.of("it fails on every row: " + RuleScope.firstLine(e))
          : Optional.empty();
    }
  }

  private static Optional<String> patternProblem(Expression pattern) {
    if (pattern.foldable() && failure(pattern).isEmpty()) {
      String text = String.valueOf(pattern.eval(InternalRow.empty()));
      try {
        Pattern.compile(text);
      } catch (PatternSyntaxException e) {
        return Optional.of("'%s' is not a valid pattern: %s".formatted(text, e.getDescription()));
      }
    }
    return Optional.empty();
  }
}
