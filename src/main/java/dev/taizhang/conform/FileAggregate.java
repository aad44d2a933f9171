package dev.taizhang.conform;

import dev.taizhang.expressions.BoundExpressions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.expressions.TryEval;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.ImperativeAggregate;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An aggregate of a rule about a file, as Spark's own operators carry it out: by the expressions
 * that it declares, or by its own code. Values that fail are null, as in all rules.
 *
 * @param function what is done with the values
 * @param filter whether a row counts; null where all do
 * @param distinct the values of which each combination counts once; empty where all count
 */
record FileAggregate(Function function, Expression filter, List<Expression> distinct)
    implements Serializable {

  /** What is done with the values of the rows. */
  private sealed interface Function extends Serializable {

    int size();

    void initialize(InternalRow buffer);

    void update(InternalRow buffer, InternalRow row);

    Object value(InternalRow buffer);
  }

  static FileAggregate of(AggregateExpression aggregate, List<Attribute> columns) {
    AggregateFunction function =
        (AggregateFunction) aggregate.aggregateFunction().mapChildren(FileAggregate::tried);
    return new FileAggregate(
        function instanceof DeclarativeAggregate declarative
            ? Declared.of(declarative, columns)
            : new Coded((ImperativeAggregate) BoundExpressions.of(function, columns)),
        aggregate.filter().isEmpty()
            ? null
            : BoundExpressions.of(tried(aggregate.filter().get()), columns),
        aggregate.isDistinct() ? evaluable(function.children(), columns) : List.of());
  }

  /** A value, or null where it fails; constants are options of the function. */
  private static Expression tried(Expression value) {
    if (value instanceof SortOrder order) {
      return order.mapChildren(FileAggregate::tried);
    }
    return value.foldable() ? value : new TryEval(value);
  }

  private static List<Expression> evaluable(
      scala.collection.Seq<? extends Expression> expressions, List<Attribute> columns) {
    return CollectionConverters.asJava(expressions).stream()
        .map(one -> BoundExpressions.of(one, columns))
        .toList();
  }

  Buffer open() {
    return new Buffer(this);
  }

  /** What an aggregate has met so far. */
  static final class Buffer {

    private final FileAggregate aggregate;
    private final InternalRow values;
    private final Set<InternalRow> met = new HashSet<>();
    private boolean failed;

    private Buffer(FileAggregate aggregate) {
      this.aggregate = aggregate;
      this.values = new GenericInternalRow(aggregate.function.size());
      aggregate.function.initialize(values);
    }

    void add(InternalRow row) {
      try {
        if (!failed && counts(row) && isNew(row)) {
          aggregate.function.update(values, row);
        }
      } catch (Exception e) {
        // As a sum that grows too large; Spark throws checked exceptions that it does not declare.
        failed = true;
      }
    }

    private boolean counts(InternalRow row) {
      return aggregate.filter == null || Boolean.TRUE.equals(aggregate.filter.eval(row));
    }

    private boolean isNew(InternalRow row) {
      return aggregate.distinct.isEmpty()
          || met.add(
              new GenericInternalRow(
                  aggregate.distinct.stream()
                      .map(value -> InternalRow.copyValue(value.eval(row)))
                      .toArray()));
    }

    /** The value; null where it fails. */
    Object value() {
      try {
        return failed ? null : aggregate.function.value(values);
      } catch (Exception e) {
        return null;
      }
    }
  }

  /** By expressions over the buffer's values and the row's. */
  private record Declared(
      int size, List<Expression> initial, List<Expression> updated, Expression result)
      implements Function {

    static Declared of(DeclarativeAggregate function, List<Attribute> columns) {
      List<Attribute> bufferAndRow =
          new ArrayList<>(CollectionConverters.asJava(function.aggBufferAttributes()));
      int size = bufferAndRow.size();
      bufferAndRow.addAll(columns);
      return new Declared(
          size,
          evaluable(function.initialValues(), List.of()),
          evaluable(function.updateExpressions(), bufferAndRow),
          BoundExpressions.of(function.evaluateExpression(), bufferAndRow));
    }

    @Override
    public void initialize(InternalRow buffer) {
      for (int i = 0; i < size; i++) {
        buffer.update(i, initial.get(i).eval(InternalRow.empty()));
      }
    }

    @Override
    public void update(InternalRow buffer, InternalRow row) {
      InternalRow both = new JoinedRow(buffer, row);
      Object[] values = new Object[size];
      for (int i = 0; i < size; i++) {
        values[i] = InternalRow.copyValue(updated.get(i).eval(both));
      }
      for (int i = 0; i < size; i++) {
        buffer.update(i, values[i]);
      }
    }

    @Override
    public Object value(InternalRow buffer) {
      return result.eval(buffer);
    }
  }

  /** By the function's own code. */
  private record Coded(ImperativeAggregate function) implements Function {

    @Override
    public int size() {
      return function.aggBufferSchema().size();
    }

    @Override
    public void initialize(InternalRow buffer) {
      function.initialize(buffer);
    }

    @Override
    public void update(InternalRow buffer, InternalRow row) {
      function.update(buffer, row);
    }

    @Override
    public Object value(InternalRow buffer) {
      return function.eval(buffer);
    }
  }
}
