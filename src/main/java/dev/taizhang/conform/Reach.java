package dev.taizhang.conform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Functions that reach beyond the values that they are given: into Java, or files. */
public final class Reach {

  // By what stands behind a function, since it may have several names.
  private static final Set<String> OUTSIDE =
      Set.of(
          // Any method of any class.
          "CallMethodViaReflection",
          "TryReflect",
          // A descriptor or schema in a file that they name.
          "FromProtobuf",
          "ToProtobuf",
          "FromAvro",
          "ToAvro",
          "SchemaOfAvro",
          "XmlToStructs",
          "SchemaOfXml");

  private Reach() {}

  /**
   * The first function in an expression that reaches outside; empty for none.
   *
   * @param expression as it is read or as it is resolved
   */
  public static Optional<String> outside(Expression expression) {
    Optional<String> name = itself(expression);
    return name.isPresent()
        ? name
        : CollectionConverters.asJava(expression.children()).stream()
            .flatMap(inner -> outside(inner).stream())
            .findFirst();
  }

  private static Optional<String> itself(Expression expression) {
    if (expression instanceof UnresolvedFunction function) {
      return named(function.nameParts().last());
    }
    if (expression instanceof UnresolvedGenerator generator) {
      return named(generator.name().funcName());
    }
    if (expression instanceof ExpressionWithUnresolvedIdentifier) {
      return Optional.of("IDENTIFIER(...)");
    }
    return OUTSIDE.contains(expression.getClass().getSimpleName())
        ? Optional.of(expression.prettyName())
        : Optional.empty();
  }

  private static Optional<String> named(String name) {
    return Optional.of(FunctionRegistry.expressions().get(name.toLowerCase(Locale.ROOT)))
        .filter(Option::nonEmpty)
        .filter(known -> OUTSIDE.contains(simple(known.get()._1().getClassName())))
        .map(known -> name);
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
