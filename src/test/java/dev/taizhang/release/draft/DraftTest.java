package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.InventedProvince.Part;
import dev.taizhang.release.gates.GateView;
import dev.taizhang.release.gates.Gates;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves of a province, from its people to the rows. */
class DraftTest {

  private static final Set<String> NO_HARDSHIP = Set.of("none");
  private static final Set<String> POOR = Set.of("any", "economic_difficulty", "key_group");
  private static final Set<String> UNKNOWN = Set.of("unknown");

  @TempDir static Path folder;

  private static ReferenceData reference;

  @BeforeAll
  static void placesUniversities() throws IOException {
    Files.writeString(
        folder.resolve("universities.csv"),
        """
        code,name,province_code,prefecture_code
        90001,甲大学,410000,410100
        90002,乙大学,410000,410200
        90003,丙大学,420000,420100
        """);
    reference = ReferenceData.load(Optional.of(folder.toString()));
  }

  private static Draft draft(String policy, Part... people) {
    return InventedProvince.of(reference, people).draft("default", policy);
  }

  private static List<String> closed(Draft draft) {
    return Gates.findings(
            new GateView(
                draft,
                PublishedTables.ALL,
                Map.of(),
                List.of(),
                Optional.empty(),
                reference,
                Thresholds.DEFAULT))
        .stream()
        .map(finding -> finding.gate().code())
        // The drafts here are of some of the universities.
        .filter(gate -> !gate.equals("universities_missing"))
        .toList();
  }

  private static String told(Draft draft, PublishedTable table, String key, String... columns) {
    return draft.rows().of(table).stream()
        .filter(row -> table.keyOf(row).matches(key))
        .map(
            row ->
                Arrays.stream(columns)
                    .map(column -> String.valueOf(table.value(row, column)))
                    .collect(Collectors.joining(" ")))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  @Test
  void universityWhollyInOneGroupStillTellsOfEverybody() {
    Draft draft =
        draft(
            "suppress",
            new Part("90001", UNKNOWN, 300, 295),
            new Part("90002", NO_HARDSHIP, 200, 150),
            new Part("90002", POOR, 100, 60));
    assertEquals(
        "300 295",
        told(draft, PublishedTables.PLACEMENT_RATES, ".*/90001/all", "graduates", "placed"));
    assertEquals(
        "null null",
        told(draft, PublishedTables.PLACEMENT_RATES, ".*/90001/unknown", "graduates", "placed"));
    assertEquals(List.of(), closed(draft));
  }

  @Test
  void outcomesOfAProvinceThatIsWithheldHaveNoRows() {
    Draft draft =
        draft(
            "suppress",
            new Part("90001", NO_HARDSHIP, 300, 200),
            new Part("90002", NO_HARDSHIP, 100, 60),
            new Part("90003", POOR, 1, 0));
    assertEquals(
        "all 10 260, all 70 141",
        told(
            draft,
            PublishedTables.OUTCOME_COUNTS,
            ".*",
            "province_code",
            "outcome_code",
            "graduates"));
    assertEquals(List.of(), closed(draft));
  }

  @Test
  void outcomesThatAreRoundedToNobodyHaveNoRows() {
    Draft draft =
        draft(
            "round5",
            new Part("90001", NO_HARDSHIP, 300, 298),
            new Part("90002", NO_HARDSHIP, 100, 100));
    assertEquals(
        "410000 10 400, all 10 400",
        told(
            draft,
            PublishedTables.OUTCOME_COUNTS,
            ".*",
            "province_code",
            "outcome_code",
            "graduates"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"suppress", "hesa", "ofs", "round5"})
  void gatesAreOpenUnderEveryPolicy(String policy) {
    // Of 23 and of 24 the OfS's denominator is 20.
    Draft draft =
        draft(
            policy,
            new Part("90001", NO_HARDSHIP, 300, 200),
            new Part("90001", POOR, 24, 11),
            new Part("90002", NO_HARDSHIP, 113, 58),
            new Part("90002", UNKNOWN, 23, 12));
    assertEquals(List.of(), closed(draft));
  }

  @Test
  void rateOfASchemeIsWithheldWhereItsOwnGroupWasRoundedAway() {
    Draft draft = draft("round5", new Part("90001", NO_HARDSHIP, 300, 150));
    assertEquals(
        "0 null c, 150 0.5 null",
        told(
            draft,
            PublishedTables.SCHEME_RATES,
            ".*all/all/all/all/.*/2024/(employer|freelance)",
            "in_group",
            "group_rate",
            "group_rate_symbol"));
    assertTrue(closed(draft).isEmpty());
  }
}
