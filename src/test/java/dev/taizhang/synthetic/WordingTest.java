package dev.taizhang.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.reference.CodeText;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.reference.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What universities write is what the reference data reads. */
class WordingTest {

  private static final List<Campus> CAMPUSES = new InventedProvince(40, 4000, 1).campuses();
  private static final Set<CodeText> KNOWN = new HashSet<>(InventedProvince.REFERENCE.codeTexts());

  private static void assertKnown(String list, String text, String code) {
    assertTrue(
        KNOWN.contains(new CodeText(list, NormalForm.withoutSpaces(text), code)),
        () -> text + " is not read as " + code + " of " + list);
  }

  @Test
  void everyTextOfAnOutcomeIsReadAsIt() {
    OutcomeTexts.ALL.forEach(
        (outcome, texts) -> texts.forEach(text -> assertKnown("outcome", text, outcome.code())));
    for (Outcome outcome : OutcomeTexts.ALL.keySet()) {
      assertEquals(
          InventedProvince.REFERENCE.codeName("outcome", outcome.code()).orElseThrow(),
          OutcomeTexts.ALL.get(outcome).get(0));
    }
  }

  @Test
  void everyWordOfAHardshipIsReadAsIt() {
    for (Campus campus : CAMPUSES) {
      for (String tag : Hardships.TAGS) {
        assertKnown("hardship_tag", campus.wording().tagWords().get(tag), tag);
      }
    }
  }

  @Test
  void universitiesHaveAllKindsOfFiles() {
    assertEquals(
        Set.of(
            "minimal",
            "shortened",
            "words",
            "codes",
            "detailed",
            "without_hardship",
            "national_74",
            "national_50"),
        Set.copyOf(CAMPUSES.stream().map(campus -> campus.style().id()).distinct().toList()));
    assertEquals(
        Set.of("csv", "txt", "xlsx"),
        Set.copyOf(CAMPUSES.stream().map(campus -> campus.form().extension()).distinct().toList()));
    assertEquals(
        Set.of(true, false),
        Set.copyOf(CAMPUSES.stream().map(campus -> campus.style().pinyin()).distinct().toList()));
    long workbooks = CAMPUSES.stream().filter(campus -> campus.form().workbook()).count();
    assertEquals(13, workbooks, "a third of 40 send workbooks");
  }

  @Test
  void minimalStyleHasSixteenColumns() {
    CAMPUSES.stream()
        .map(Campus::style)
        .filter(style -> style.id().equals("minimal"))
        .forEach(style -> assertEquals(16, style.columns().size()));
  }

  /** A cell too many must not move what tells whose row it is. */
  @Test
  void identityStandsLeftOfTheEmployer() {
    for (Campus campus : CAMPUSES) {
      Style style = campus.style();
      int employer = style.position(Content.EMPLOYER);
      for (Content content :
          List.of(
              Content.STUDENT_NUMBER,
              Content.ID_NUMBER,
              Content.UNIVERSITY_CODE,
              Content.GRADUATION_DATE,
              Content.GRADUATION_YEAR)) {
        assertTrue(style.position(content) < employer, () -> style.id() + ": " + content);
      }
    }
  }
}
