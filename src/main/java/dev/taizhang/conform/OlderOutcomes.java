package dev.taizhang.conform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.taizhang.reference.OlderOutcome;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The lists of outcomes that templates used in their time: in rows of an older list the code's
 * digits mean what they meant then, and only the text means what it means today.
 *
 * @param lists the lists; of several that apply the first decides
 */
record OlderOutcomes(List<OlderList> lists) implements Serializable {

  // National exports have had the two-digit list from the beginning.
  private static final String NATIONAL = "national_";

  OlderOutcomes {
    lists = List.copyOf(lists);
  }

  /** The lists of the reference data, of which the last one written decides. */
  static OlderOutcomes of(List<OlderOutcome> outcomes) {
    Map<List<Object>, List<OlderOutcome>> byList =
        outcomes.stream()
            .collect(
                groupingBy(
                    one -> List.of(one.template(), one.toYear()), LinkedHashMap::new, toList()));
    List<OlderList> lists = new ArrayList<>();
    byList
        .values()
        .forEach(
            list ->
                lists.add(
                    new OlderList(
                        list.get(0).template(),
                        list.get(0).toYear(),
                        codes(list, OlderOutcome.EMPLOYER_KIND_CODE),
                        codes(list, OlderOutcome.OUTCOME_CODE))));
    Collections.reverse(lists);
    return new OlderOutcomes(lists);
  }

  private static Map<String, String> codes(List<OlderOutcome> list, String column) {
    Predicate<OlderOutcome> stands = one -> one.column().equals(column);
    Map<String, String> codes = new HashMap<>();
    list.stream().filter(stands).forEach(one -> codes.put(one.text(), one.code()));
    Lookups.addCodesWithoutLeadingZero(codes);
    return codes;
  }

  /**
   * The outcome, read by the list that the row's template used in its time.
   *
   * @param template the row's template
   * @param graduationYear the row's cohort; null where it names none
   * @param cells the cells that the lists are about
   * @param national the outcome by the national list
   * @param ofText the outcome that the text says
   */
  String read(
      String template, Integer graduationYear, Cells cells, String national, String ofText) {
    if (graduationYear == null) {
      return national;
    }
    for (OlderList list : lists) {
      if (list.isOf(template) && graduationYear <= list.toYear()) {
        String older = list.outcome(cells);
        return older == null ? ofText : older;
      }
    }
    return national;
  }

  /**
   * The cells that carry outcomes.
   *
   * @param employerKindCode the cell of the employer's kind, as it stands
   * @param outcomeCode the cell of the outcome, as it stands
   */
  record Cells(String employerKindCode, String outcomeCode) {}

  /**
   * A list.
   *
   * @param template the template that uses it; empty for all but the national exports
   * @param toYear its last graduation year
   * @param byEmployerKindCode outcomes that the kind of employer carries
   * @param byOutcomeCode outcomes by their code
   */
  record OlderList(
      String template,
      int toYear,
      Map<String, String> byEmployerKindCode,
      Map<String, String> byOutcomeCode)
      implements Serializable {

    boolean isOf(String rowTemplate) {
      return template.isEmpty() ? !rowTemplate.startsWith(NATIONAL) : template.equals(rowTemplate);
    }

    String outcome(Cells cells) {
      String byKind = byEmployerKindCode.get(cells.employerKindCode());
      return byKind == null ? byOutcomeCode.get(cells.outcomeCode()) : byKind;
    }
  }
}
