package dev.taizhang.conform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.taizhang.reference.CodeText;
import dev.taizhang.reference.Division;
import dev.taizhang.reference.FormerDivision;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.reference.OlderOutcome;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The code lists as expressions: text to code.
 *
 * <p>A lookup is a function of ours and not a join or a map expression, since a row has sixteen of
 * them, and one inside an array.
 *
 * @see <a href="../../../../../docs/adr/0004-lookup-function.md">ADR 0004</a>
 */
public final class Lookups implements Serializable {

  private static final long serialVersionUID = 1;

  private final Map<String, Map<String, String>> codesByText;
  private final DivisionTexts divisionTexts;
  private final OlderOutcomes olderOutcomes;
  private final Map<String, String> universitiesByName;

  private Lookups(
      Map<String, Map<String, String>> codesByText,
      DivisionTexts divisionTexts,
      List<OlderOutcome> olderOutcomes,
      Map<String, String> universitiesByName) {
    this.codesByText = codesByText;
    this.divisionTexts = divisionTexts;
    this.olderOutcomes = OlderOutcomes.of(olderOutcomes);
    this.universitiesByName = new HashMap<>(universitiesByName);
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
    return new Lookups(
        codesByText,
        divisionTexts(reference.divisions(), reference.formerDivisions()),
        reference.olderOutcomes(),
        reference.universities().stream()
            .collect(
                toMap(
                    university -> NormalForm.withoutSpaces(university.name()),
                    University::code,
                    (first, last) -> last)));
  }

  /** A spreadsheet turns the code 01 into the number 1. */
  static void addCodesWithoutLeadingZero(Map<String, String> codes) {
    for (String text : List.copyOf(codes.keySet())) {
      if (text.matches("0\\d")) {
        codes.putIfAbsent(text.substring(1), codes.get(text));
      }
    }
  }

  /**
   * Codes, and names with their parents' before them, as far as they name one division. What is in
   * force comes first. A former code or name stands for the division that it became.
   */
  private static DivisionTexts divisionTexts(
      List<Division> divisions, List<FormerDivision> formerDivisions) {
    Map<String, String> names = new HashMap<>();
    formerDivisions.forEach(division -> names.put(division.code(), division.name()));
    divisions.forEach(division -> names.put(division.code(), division.name()));
    Map<String, Set<String>> present = new HashMap<>();
    divisions.forEach(
        division -> addTexts(division.code(), division.name(), names, division.code(), present));
    Map<String, Set<String>> former = new HashMap<>();
    formerDivisions.forEach(
        division ->
            addTexts(division.code(), division.name(), names, division.codeToday(), former));
    Stream.of(present, former)
        .flatMap(texts -> texts.values().stream())
        .forEach(Lookups::keepTheWidest);
    // A text that names several divisions today does not name one because it once did.
    former.keySet().removeAll(present.keySet());

    Map<String, String> codes = new HashMap<>();
    formerDivisions.forEach(division -> codes.put(division.code(), division.codeToday()));
    divisions.forEach(division -> codes.put(division.code(), division.code()));
    Stream.of(present, former)
        .flatMap(texts -> texts.entrySet().stream())
        .filter(text -> text.getValue().size() == 1)
        .forEach(text -> codes.put(text.getKey(), text.getValue().iterator().next()));

    Map<String, String> revisions = new HashMap<>();
    formerDivisions.forEach(
        division ->
            Stream.concat(
                    Stream.of(division.code()), textsOf(division.code(), division.name(), names))
                .forEach(text -> revisions.merge(text, division.lastRevision(), Lookups::newer)));
    revisions.keySet().retainAll(codes.keySet());
    revisions.keySet().removeAll(present.keySet());
    divisions.forEach(division -> revisions.remove(division.code()));
    return new DivisionTexts(codes, revisions);
  }

  /**
   * Of a division and others inside it that have its name, the division: 嘉峪关市 is a prefecture, and
   * the only county in it.
   */
  private static void keepTheWidest(Set<String> codes) {
    codes.stream()
        .filter(wide -> codes.stream().allMatch(code -> code.startsWith(withoutZeros(wide))))
        .findFirst()
        .ifPresent(wide -> codes.retainAll(Set.of(wide)));
  }

  private static String withoutZeros(String code) {
    return code.replaceFirst("(0000|00)$", "");
  }

  /** Revisions are a year and a month, so that the order of their digits is that of time. */
  private static String newer(String one, String other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static void addTexts(
      String code,
      String name,
      Map<String, String> names,
      String meaning,
      Map<String, Set<String>> texts) {
    textsOf(code, name, names)
        .forEach(text -> texts.computeIfAbsent(text, key -> new HashSet<>()).add(meaning));
  }

  /** A division's name alone and with those of its province and prefecture before it. */
  private static Stream<String> textsOf(String code, String name, Map<String, String> names) {
    String province = names.getOrDefault(code.substring(0, 2) + "0000", "");
    String prefecture = names.getOrDefault(code.substring(0, 4) + "00", "");
    return Stream.of(name, province + name, prefecture + name, province + prefecture + name)
        .map(NormalForm::withoutSpaces);
  }

  /** A list: its codes by the texts in normal form that stand for them. */
  Map<String, String> list(String name) {
    // A map that has no code for no text, where the unmodifiable ones fail.
    return codesByText.getOrDefault(name, new HashMap<>());
  }

  /** The names of universities, without spaces, and their codes. */
  Map<String, String> universities() {
    return universitiesByName;
  }

  /** The division in force that each code or name stands for. */
  Map<String, String> divisions() {
    return divisionTexts.codes();
  }

  /**
   * The newest revision of GB/T 2260, as year and month, that has each former code or name; none of
   * what is in force.
   */
  Map<String, String> divisionRevisions() {
    return divisionTexts.revisions();
  }

  /** The lists of outcomes that templates used in their time. */
  OlderOutcomes olderOutcomes() {
    return olderOutcomes;
  }

  /**
   * What texts say about divisions.
   *
   * @param codes the division in force that each code or name stands for
   * @param revisions the newest revision that has it, of each text that is not in force
   */
  private record DivisionTexts(Map<String, String> codes, Map<String, String> revisions)
      implements Serializable {}
}
