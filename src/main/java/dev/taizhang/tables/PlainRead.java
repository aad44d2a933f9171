package dev.taizhang.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Predicate$;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;
import scala.collection.immutable.ArraySeq;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A plan that reads columns of files, leaves rows out, and makes columns of those of a row, and no
 * more. Spark would write each row that such a plan reads into a form of its own first, and again
 * for the columns; for whoever takes what it needs from a row that is in vain, and most of the
 * time.
 */
final class PlainRead {

  private final FileSourceScanExec files;
  private final List<Expression> conditions;
  private final List<Expression> columns;

  private PlainRead(
      FileSourceScanExec files, List<Expression> conditions, List<Expression> columns) {
    this.files = files;
    this.conditions = List.copyOf(conditions);
    this.columns = List.copyOf(columns);
  }

  /** What a plan reads; empty where it does something else as well. */
  static Optional<PlainRead> of(SparkPlan plan) {
    if (plan instanceof ProjectExec project && isSteady(project)) {
      return of(project.child(), list(project.projectList()));
    }
    return of(plan, list(plan.output()));
  }

  private static Optional<PlainRead> of(SparkPlan plan, List<Expression> columns) {
    List<Expression> conditions = new ArrayList<>();
    SparkPlan part = plan;
    while (part.subqueries().isEmpty()) {
      if (part instanceof FileSourceScanExec files) {
        return Stream.concat(conditions.stream(), columns.stream())
                .allMatch(one -> one.references().subsetOf(files.outputSet()))
            ? Optional.of(new PlainRead(files, conditions, columns))
            : Optional.empty();
      } else if (part instanceof FilterExec filter && filter.condition().deterministic()) {
        // What is left out first may be what the next one cannot be asked of.
        conditions.add(0, filter.condition());
        part = filter.child();
      } else if (part instanceof ProjectExec project && isSteady(project)) {
        // Columns that it makes and nobody asks for, such as those by which rows are taken out.
        part = project.child();
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isSteady(ProjectExec project) {
    return list(project.projectList()).stream().allMatch(Expression::deterministic);
  }

  private static boolean isOfRead(List<Expression> columns) {
    return columns.stream().allMatch(AttributeReference.class::isInstance);
  }

  /** The rows as they are read. A task is given the same object again and again. */
  RDD<InternalRow> rows(StructType schema) {
    Seq<Attribute> read = files.output();
    List<Expression> wanted = conditions;
    List<Expression> given = columns;
    boolean isOfRead = isOfRead(columns);
    IndexedSeq<Object> places = isOfRead ? places(list(read), columns) : null;
    return files
        .inputRDD()
        .toJavaRDD()
        .mapPartitions(
            all -> {
              Iterator<InternalRow> rows = CollectionConverters.asScala(all);
              for (Expression one : wanted) {
                BasePredicate condition = Predicate$.MODULE$.create(one, read);
                rows = rows.filter(condition::eval);
              }
              return CollectionConverters.asJava(
                  isOfRead
                      ? chosen(rows, new ProjectingInternalRow(schema, places))
                      : rows.map(
                          UnsafeProjection.create(
                              CollectionConverters.asScala(given).toSeq(), read)));
            })
        .rdd();
  }

  private static Iterator<InternalRow> chosen(
      Iterator<InternalRow> rows, ProjectingInternalRow chosen) {
    return rows.map(
        row -> {
          chosen.project(row);
          return chosen;
        });
  }

  /** Where columns stand in what is read. */
  private static IndexedSeq<Object> places(List<Expression> read, List<Expression> columns) {
    List<Long> ids = read.stream().map(PlainRead::id).toList();
    return new ArraySeq.ofInt(columns.stream().mapToInt(one -> ids.indexOf(id(one))).toArray());
  }

  private static Long id(Expression column) {
    return ((Attribute) column).exprId().id();
  }

  /** Columns as the expressions that they are. */
  private static List<Expression> list(Seq<?> some) {
    return CollectionConverters.asJava(some).stream().map(Expression.class::cast).toList();
  }
}
