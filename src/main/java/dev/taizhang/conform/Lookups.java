package dev.taizhang.conform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.taizhang.reference.CodeText;
import dev.taizhang.reference.Division;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.reference.ReferenceData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The code lists in the form in which rows are joined to them: text to code. */
public final class Lookups {

  private static final String HARDSHIP_TAGS = "hardship_tag";

  private final SparkSession spark;
  private final Map<String, Map<String, String>> codesByText;
  private final Map<String, String> divisionsByText;

  private Lookups(
      SparkSession spark,
      Map<String, Map<String, String>> codesByText,
      Map<String, String> divisionsByText) {
    this.spark = spark;
    this.codesByText = codesByText;
    this.divisionsByText = divisionsByText;
  }

  /** The lookups of the reference data. */
  public static Lookups of(SparkSession spark, ReferenceData reference) {
    Map<String, Map<String, String>> codesByText =
        reference.codeTexts().stream()
            .collect(
                groupingBy(
                    CodeText::list,
                    TreeMap::new,
                    toMap(
                        CodeText::text,
                        CodeText::code,
                        (first, last) -> last,
                        LinkedHashMap::new)));
    codesByText.values().forEach(Lookups::addCodesWithoutLeadingZero);
    return new Lookups(spark, codesByText, divisionTexts(reference.divisions()));
  }

  /** A spreadsheet turns the code 01 into the number 1. */
  private static void addCodesWithoutLeadingZero(Map<String, String> codes) {
    for (String code : List.copyOf(codes.values())) {
      if (code.matches("0\\d")) {
        codes.putIfAbsent(code.substring(1), code);
      }
    }
  }

  /** Codes, and names with their parents' before them, as far as they name one division. */
  private static Map<String, String> divisionTexts(List<Division> divisions) {
    Map<String, String> names =
        divisions.stream().collect(toMap(Division::code, Division::name, (first, last) -> last));
    Map<String, List<String>> codes = new HashMap<>();
    for (Division division : divisions) {
      String code = division.code();
      String province = names.getOrDefault(code.substring(0, 2) + "0000", "");
      String prefecture = names.getOrDefault(code.substring(0, 4) + "00", "");
      List<String> texts = new ArrayList<>(List.of(code, division.name()));
      texts.add(province + division.name());
      texts.add(prefecture + division.name());
      texts.add(province + prefecture + division.name());
      texts.stream()
          .map(NormalForm::withoutSpaces)
          .distinct()
          .forEach(text -> codes.computeIfAbsent(text, key -> new ArrayList<>()).add(code));
    }
    return codes.entrySet().stream()
        .filter(entry -> entry.getValue().size() == 1)
        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
  }

  /** The rows with the code that a text stands for; null where it stands for none. */
  Dataset<Row> withCode(Dataset<Row> rows, String list, Column text, String target) {
    return with(rows, codesByText.getOrDefault(list, Map.of()), text, target);
  }

  /** The rows with the division that a code or name stands for; null where it stands for none. */
  Dataset<Row> withDivision(Dataset<Row> rows, Column text, String target) {
    return with(rows, divisionsByText, text, target);
  }

  private Dataset<Row> with(
      Dataset<Row> rows, Map<String, String> codes, Column text, String target) {
    String key = target + "_text";
    StructType schema = new StructType().add(key, StringType, false).add(target, StringType, false);
    List<Row> pairs =
        codes.entrySet().stream()
            .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
            .toList();
    Dataset<Row> lookup = broadcast(spark.createDataFrame(pairs, schema));
    return rows.join(lookup, text.equalTo(lookup.col(key)), "left").drop(key);
  }

  /** A map expression from text to hardship tag; {@code none} where a text says there is none. */
  Column hardshipTags() {
    Column[] entries =
        codesByText.getOrDefault(HARDSHIP_TAGS, Map.of()).entrySet().stream()
            .flatMap(
                entry -> java.util.stream.Stream.of(lit(entry.getKey()), lit(entry.getValue())))
            .toArray(Column[]::new);
    return map(entries);
  }
}
