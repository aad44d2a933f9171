package dev.taizhang.conform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.udf;
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
import org.apache.spark.sql.api.java.UDF1;

/**
 * The code lists as expressions: text to code.
 *
 * <p>A lookup is a function of ours and not a join or a map expression, since a row has sixteen of
 * them, and one inside an array.
 *
 * @see <a href="../../../../../docs/adr/0004-lookup-function.md">ADR 0004</a>
 */
public final class Lookups {

  private final Map<String, Map<String, String>> codesByText;
  private final Map<String, String> divisionsByText;

  private Lookups(
      Map<String, Map<String, String>> codesByText, Map<String, String> divisionsByText) {
    this.codesByText = codesByText;
    this.divisionsByText = divisionsByText;
  }

  /** The lookups of the reference data. */
  public static Lookups of(ReferenceData reference) {
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
    return new Lookups(codesByText, divisionTexts(reference.divisions()));
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

  /** The code that a text in normal form stands for; null where it stands for none. */
  Column code(String list, Column text) {
    return lookup(codesByText.getOrDefault(list, Map.of()), text);
  }

  /** The division that a code or name stands for; null where it stands for none. */
  Column division(Column text) {
    return lookup(divisionsByText, text);
  }

  private static Column lookup(Map<String, String> codes, Column text) {
    // A hash map of strings goes to the tasks as it is.
    HashMap<String, String> shipped = new HashMap<>(codes);
    UDF1<String, String> function = key -> key == null ? null : shipped.get(key);
    return udf(function, StringType).apply(text);
  }
}
