package dev.taizhang.conform;

import static java.util.stream.Collectors.toMap;

import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;

/**
 * The rules that the rows of one feed are held against, ready to be asked in Spark's tasks: what
 * their names mean is looked up once, by whoever sends the tasks out.
 *
 * @param byItself rules by which a row is left out for what stands in it, the gravest first
 * @param byRepetition rules by which a row is left out for how it repeats another
 * @param flags rules that an accepted row may break
 * @param ofFile rules about the accepted rows of a file together
 */
public record FeedRules(
    List<LeavingOut> byItself, List<LeavingOut> byRepetition, FlagRules flags, FileRules ofFile)
    implements Serializable {

  public FeedRules {
    byItself = List.copyOf(byItself);
    byRepetition = List.copyOf(byRepetition);
  }

  /**
   * The rules of some feeds, by their ids.
   *
   * @throws IllegalStateException when a rule cannot be applied, which is checked before
   */
  public static Map<String, FeedRules> of(
      SparkSession spark, List<Expectation> rules, List<String> feeds) {
    return new ResolvedRules(spark, rules).of(feeds);
  }

  /** The rules with what Spark makes of each. */
  private static final class ResolvedRules {

    private final SparkSession spark;
    private final Expectations expectations;
    private final Map<String, RowRule> leavingOut;
    private final Map<String, RowRule> flags;

    ResolvedRules(SparkSession spark, List<Expectation> rules) {
      this.spark = spark;
      this.expectations = new Expectations(rules);
      this.leavingOut =
          RuleExpression.ofRows(spark, Screening.SCHEMA, chosen(rules, rule -> !isFlag(rule)));
      this.flags =
          RuleExpression.ofRows(
              spark,
              Readings.SCHEMA,
              chosen(rules, rule -> isFlag(rule) && rule.scope() == Scope.ROW));
    }

    private static List<Expectation> chosen(List<Expectation> rules, Predicate<Expectation> which) {
      return rules.stream().filter(which).toList();
    }

    private static boolean isFlag(Expectation rule) {
      return rule.severity() == Severity.FLAG;
    }

    Map<String, FeedRules> of(List<String> feeds) {
      return feeds.stream().collect(toMap(feed -> feed, this::ofFeed));
    }

    private FeedRules ofFeed(String feed) {
      return new FeedRules(
          leavingOut(feed, rule -> !Expectations.mentions(rule, Screening.REPETITION)),
          leavingOut(feed, rule -> Expectations.mentions(rule, Screening.REPETITION)),
          new FlagRules(
              expectations.of(feed, Severity.FLAG, Scope.ROW).stream()
                  .sorted(Comparator.comparing(Expectation::id))
                  .map(rule -> flags.get(rule.id()))
                  .toList()),
          // Only ledgers are judged as a whole.
          FileRules.of(
              spark,
              feed.equals(Expectations.LEDGER)
                  ? expectations.of(feed, Severity.FLAG, Scope.FILE)
                  : List.of()));
    }

    private List<LeavingOut> leavingOut(String feed, Predicate<Expectation> which) {
      return expectations.of(feed, Severity.QUARANTINE, Scope.ROW).stream()
          .filter(which)
          .map(rule -> LeavingOut.of(rule, leavingOut.get(rule.id())))
          .toList();
    }
  }
}
