package dev.taizhang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.errors.InvalidUsage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfRequestTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 8, 31);

  @Test
  void everyFormIsRead() {
    assertEquals(AsOfRequest.plain(LocalDate.of(2025, 6, 30)), AsOfRequest.parse("2025-06-30"));
    assertEquals(AsOfRequest.weekly(), AsOfRequest.parse("weekly"));
    assertEquals(
        AsOfRequest.official(FIRST, Optional.empty()), AsOfRequest.parse("official:2025-08-31"));
    assertEquals(
        AsOfRequest.official(FIRST, Optional.of(3)), AsOfRequest.parse("official:2025-08-31:3"));
    assertEquals(
        AsOfRequest.official(LocalDate.of(2025, 12, 31), Optional.of(0)),
        AsOfRequest.parse("official:2025-12-31:0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "31.8.2025",
        "2025-02-30",
        "Weekly",
        "official",
        "official:",
        "official:2025-02-30",
        "official:2025-08-31:",
        "official:2025-08-31:-1",
        "official:2025-08-31:three",
        "official:2025-08-31:99999999999",
        "plain:2025-08-31"
      })
  void otherTextsAreToldWhatFormsThereAre(String text) {
    assertEquals(
        "'"
            + text
            + "' is not an as-of date; write 2025-06-30, official:2025-08-31,"
            + " official:2025-08-31:3 (window of 3 days) or weekly",
        problem(text));
  }

  @Test
  void officialDatesAreThoseOfTheFirstAndTheYearEndRate() {
    assertEquals(
        "'official:2025-09-01' is not an official date; these are 31 August (初次) and 31 December (年终)",
        problem("official:2025-09-01"));
  }

  @ParameterizedTest
  @CsvSource({"61", "9999"})
  void windowsOfTheTwoOfficialDatesDoNotMeet(int days) {
    assertEquals(
        "the window of an official date must be 0 to 60 days, not " + days,
        problem("official:2025-08-31:" + days));
  }

  @Test
  void oneOfficialDateWithTwoWindowsIsRefused() {
    InvalidUsage refused =
        assertThrows(
            InvalidUsage.class,
            () ->
                AsOfRequest.requireOneWindow(
                    List.of(
                        AsOfRequest.official(FIRST, Optional.of(3)),
                        AsOfRequest.official(FIRST, Optional.empty()),
                        AsOfRequest.official(FIRST, Optional.of(5)))));
    assertEquals(
        "The official date 2025-08-31 was requested with two windows, 3 and 5 days; nothing was"
            + " done. What to do: give one window.",
        refused.getMessage());
  }

  private static String problem(String text) {
    return assertThrows(IllegalArgumentException.class, () -> AsOfRequest.parse(text)).getMessage();
  }
}
