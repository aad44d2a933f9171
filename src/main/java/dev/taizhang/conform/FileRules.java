package dev.taizhang.conform;

import static org.apache.spark.sql.functions.expr;

import dev.taizhang.expressions.BoundExpressions;
import dev.taizhang.expressions.Resolved;
import dev.taizhang.reference.Expectation;
import dev.taizhang.tables.Entries;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rules about the accepted rows of a ledger together, each an aggregate that counts the rows
 * concerned. A file's rows are read by one task, one after another, so that no plan has to bring
 * them together.
 *
 * @param ids of the rules
 * @param aggregates the aggregates in them, over {@link Entries}
 * @param counts what each rule counts, over the aggregates' values
 */
public record FileRules(List<String> ids, List<FileAggregate> aggregates, List<Expression> counts)
    implements Serializable {

  public FileRules {
    ids = List.copyOf(ids);
    aggregates = List.copyOf(aggregates);
    counts = List.copyOf(counts);
  }

  /** The rules with what their names mean in {@link Entries}. */
  static FileRules of(SparkSession spark, List<Expectation> rules) {
    if (rules.isEmpty()) {
      return new FileRules(List.of(), List.of(), List.of());
    }
    Column[] asked =
        rules.stream()
            .map(rule -> expr(rule.expression()).cast("bigint").as(rule.id()))
            .toArray(Column[]::new);
    Aggregate resolved =
        (Aggregate)
            Resolved.plan(
                spark
                    .createDataFrame(List.of(), Entries.TABLE.structType())
                    .groupBy()
                    .agg(asked[0], Arrays.copyOfRange(asked, 1, asked.length)));
    return of(
        rules.stream().map(Expectation::id).toList(),
        CollectionConverters.asJava(resolved.aggregateExpressions()).stream()
            .map(Expression.class::cast)
            .toList(),
        CollectionConverters.asJava(resolved.child().output()));
  }

  private static FileRules of(
      List<String> ids, List<Expression> resolved, List<Attribute> columns) {
    Map<Expression, BoundReference> places = new LinkedHashMap<>();
    List<FileAggregate> aggregates = new ArrayList<>();
    List<Expression> counts = new ArrayList<>();
    for (Expression count : resolved) {
      Expression overAggregates =
          withoutAggregates(
              Resolved.replaced(count),
              aggregate ->
                  places.computeIfAbsent(
                      aggregate.canonicalized(),
                      one -> {
                        aggregates.add(FileAggregate.of(aggregate, columns));
                        return new BoundReference(
                            aggregates.size() - 1, aggregate.dataType(), aggregate.nullable());
                      }));
      counts.add(BoundExpressions.of(overAggregates, List.of()));
    }
    return new FileRules(ids, aggregates, counts);
  }

  /** What stands in an aggregate's place. */
  @FunctionalInterface
  private interface Place {
    BoundReference of(AggregateExpression aggregate);
  }

  private static Expression withoutAggregates(Expression count, Place place) {
    return count instanceof AggregateExpression aggregate
        ? place.of(aggregate)
        : count.mapChildren(inner -> withoutAggregates(inner, place));
  }

  /** A count of the rows of one file. */
  public Tally tally() {
    return new Tally(this);
  }

  /** Counts the rows of one file; for one thread. */
  public static final class Tally {

    private final FileRules rules;
    private final List<FileAggregate.Buffer> buffers;

    private Tally(FileRules rules) {
      this.rules = rules;
      this.buffers = rules.aggregates.stream().map(FileAggregate::open).toList();
    }

    /** Takes an accepted row, as {@link Entries}. */
    public void add(InternalRow entry) {
      for (FileAggregate.Buffer buffer : buffers) {
        buffer.add(entry);
      }
    }

    /** By the ids of the rules what they count, where it is more than nothing. */
    public Map<String, Long> counts() {
      InternalRow values =
          new GenericInternalRow(buffers.stream().map(FileAggregate.Buffer::value).toArray());
      Map<String, Long> counts = new LinkedHashMap<>();
      for (int i = 0; i < rules.ids.size(); i++) {
        long count = count(rules.counts.get(i), values);
        if (count > 0) {
          counts.put(rules.ids.get(i), count);
        }
      }
      return counts;
    }

    private static long count(Expression count, InternalRow values) {
      try {
        return count.eval(values) instanceof Long number ? number : 0;
      } catch (Exception e) {
        // Spark throws checked exceptions that it does not declare; a value that lets a rule fail
        // says nothing.
        return 0;
      }
    }
  }
}
