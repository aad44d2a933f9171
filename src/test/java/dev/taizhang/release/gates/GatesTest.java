package dev.taizhang.release.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.Thresholds;
import dev.taizhang.disclosure.Protected;
import dev.taizhang.disclosure.ProtectionReport;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.InventedProvince;
import dev.taizhang.release.draft.InventedProvince.Part;
import dev.taizhang.release.draft.Protector;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.published.PublishedTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each gate is closed by what it is there for, says what to do in both languages, and opens once
 * that is done. Drafts are of an invented province, without tables.
 */
class GatesTest {

  private static final String POLICIES =
      "policy,title_zh,title_en,rounding,minimum_count,minimum_denominator,rates_from,"
          + "departures_zh,departures_en,source";
  private static final String PLANS = "plan,table,level,groups,dates,note";

  private static final Set<String> NO_HARDSHIP = Set.of("none");
  private static final Set<String> POOR = Set.of("any", "economic_difficulty");
  private static final Set<String> DISABLED = Set.of("any", "disabled");

  // Nobody is withheld whom a policy of 3 would not withhold, and so nothing for their sake.
  private static final Part[] PEOPLE = {
    new Part("90001", NO_HARDSHIP, 120, 80),
    new Part("90001", POOR, 40, 22),
    new Part("90002", NO_HARDSHIP, 120, 80),
    new Part("90002", POOR, 40, 22),
    new Part("90002", DISABLED, 15, 5)
  };

  @TempDir Path folder;

  @BeforeEach
  void writeRoster() throws IOException {
    write(
        "universities.csv",
        "code,name,province_code,prefecture_code",
        "90001,甲大学,410000,410100",
        "90002,乙大学,410000,410200");
  }

  private void write(String file, String header, String... lines) throws IOException {
    Files.write(
        folder.resolve(file), Stream.concat(Stream.of(header), Arrays.stream(lines)).toList());
  }

  private InventedProvince province() {
    return InventedProvince.of(ReferenceData.load(Optional.of(folder.toString())), PEOPLE);
  }

  private static GateView view(Draft draft, InventedProvince province) {
    return new GateView(
        draft,
        PublishedTables.ALL,
        Map.of(),
        List.of(),
        Optional.empty(),
        province.reference(),
        Thresholds.DEFAULT);
  }

  private List<Finding> findings(String plan, String policy) {
    InventedProvince province = province();
    return Gates.findings(view(province.draft(plan, policy), province));
  }

  private static Finding closed(Gate gate, List<Finding> findings) {
    Finding finding = findings.stream().filter(one -> one.gate() == gate).findFirst().orElseThrow();
    assertTrue(finding.en().contains("What to do: "), finding.en());
    assertTrue(finding.zh().contains("怎么办："), finding.zh());
    return finding;
  }

  private static void open(List<Finding> findings) {
    assertEquals(List.of(), findings);
  }

  private void policy(String rounding, int count, int denominator, String ratesFrom)
      throws IOException {
    write(
        "publication_policies.csv",
        POLICIES,
        "ours,我们,Ours,%s,%d,%d,%s,,,ours".formatted(rounding, count, denominator, ratesFrom));
  }

  @Test
  void smallCountsOfAPolicyOfOnesOwn() throws IOException {
    policy("none", 3, 23, "exact");
    Finding finding = closed(Gate.SMALL_COUNTS, findings("default", "ours"));
    assertTrue(finding.en().contains("minimum_count of 10 or more"), finding.en());
    policy("none", 10, 23, "exact");
    open(findings("default", "ours"));
  }

  @Test
  void ratesFromCountsThatAreNotProtected() throws IOException {
    policy("base_5", 1, 5, "rounded");
    closed(Gate.UNPROTECTED_RATES, findings("default", "ours"));
    policy("base_5", 3, 23, "rounded");
    open(findings("default", "ours"));
  }

  @Test
  void figuresWithoutTheirDenominators() throws IOException {
    String[] lines = {
      "ours,placement_rates,university,all,official|month_end,",
      "ours,outcome_counts,everywhere,all,official|month_end,"
    };
    write("publication_plans.csv", PLANS, lines);
    Finding finding = closed(Gate.MISSING_DENOMINATORS, findings("ours", "suppress"));
    assertTrue(finding.en().contains("outcome_counts by everywhere 2025/all"), finding.en());
    write(
        "publication_plans.csv",
        PLANS,
        lines[0],
        lines[1],
        "ours,placement_rates,everywhere,all,official|month_end,");
    open(findings("ours", "suppress"));
  }

  @Test
  void universitiesThatHaveNotReported() throws IOException {
    write(
        "universities.csv",
        "code,name,province_code,prefecture_code",
        "90001,甲大学,410000,410100",
        "90002,乙大学,410000,410200",
        "90003,丙大学,410000,410200");
    Finding finding = closed(Gate.UNIVERSITIES_MISSING, findings("default", "suppress"));
    assertTrue(finding.en().contains("Missing: 90003 丙大学."), finding.en());
    assertTrue(finding.en().contains("66.7 %"), finding.en());
    InventedProvince province = province();
    open(Gates.findings(view(province.draft("default", "suppress", 0.6), province)));
  }

  @Test
  void ledgersThatNobodyHasDecidedOf() {
    InventedProvince province = province();
    Finding finding =
        closed(
            Gate.HELD_SUBMISSIONS,
            Gates.findings(view(province.holding("90002").draft("default", "suppress"), province)));
    assertTrue(finding.en().contains("90002 2025 of 2025-08-31 (submission "), finding.en());
    open(findings("default", "suppress"));
  }

  @Test
  void ratesThatMovedTooFarSinceTheWeekBefore() {
    InventedProvince province = province();
    Part[] before = PEOPLE.clone();
    before[0] = new Part("90001", NO_HARDSHIP, 120, 118);
    before[1] = new Part("90001", POOR, 40, 39);
    Finding finding =
        closed(
            Gate.IMPLAUSIBLE_FIGURES,
            Gates.findings(view(province.after(before).draft("default", "suppress"), province)));
    assertTrue(
        finding.en().contains("2025 university 90001 from 98.1 to 63.8 % since 2025-08-24"),
        finding.en());
    before[0] = new Part("90001", NO_HARDSHIP, 120, 95);
    before[1] = new Part("90001", POOR, 40, 38);
    open(Gates.findings(view(province.after(before).draft("default", "suppress"), province)));
  }

  @Test
  void ratesThatMovedTooFarSinceTheReleaseBefore() {
    InventedProvince province = province();
    PublishedRows before =
        InventedProvince.of(
                province.reference(),
                new Part("90001", NO_HARDSHIP, 120, 20),
                new Part("90002", NO_HARDSHIP, 120, 80))
            .draft("default", "suppress")
            .rows();
    Finding finding =
        closed(
            Gate.IMPLAUSIBLE_FIGURES,
            Gates.findings(
                new GateView(
                    province.draft("default", "suppress"),
                    PublishedTables.ALL,
                    Map.of(),
                    List.of(),
                    Optional.of(before),
                    province.reference(),
                    Thresholds.DEFAULT)));
    assertTrue(
        finding.en().contains("90001/all from 16.7 to 63.8 % since the release before"),
        finding.en());
  }

  /** The protection as it is, but for a figure that it says nothing protects. */
  private static Protector leavingOneOpen(long earlier) {
    return (population, before, policy, planned) -> {
      Protected judged = Protector.BY_WITNESSES.protect(population, before, policy, planned);
      ProtectionReport report = judged.report();
      return new Protected(
          judged.verdicts(),
          new ProtectionReport(
              report.figures(),
              report.primary(),
              report.complements(),
              report.republished(),
              report.exchanged(),
              report.programmed(),
              report.programmes(),
              report.fractional(),
              report.insiders(),
              earlier,
              List.of(judged.verdicts().firstKey()),
              report.seconds()));
    };
  }

  @Test
  void figureThatNothingProtectsIsAFaultAndOneThatWasToldBeforeADoubt() {
    InventedProvince province = province();
    Draft open = province.protectedBy(leavingOneOpen(0)).draft("default", "suppress");
    Finding fault = closed(Gate.FIGURES_LEFT_OPEN, Gates.findings(view(open, province)));
    assertTrue(fault.en().contains(": 2025 (1 figures)."), fault.en());
    assertFalse(fault.gate().maybeAccepted());
    Draft told = province.protectedBy(leavingOneOpen(1)).draft("default", "suppress");
    List<Finding> findings = Gates.findings(view(told, province));
    assertEquals(1, findings.size());
    Finding doubt = closed(Gate.TOLD_BY_EARLIER_RELEASES, findings);
    assertTrue(doubt.gate().maybeAccepted());
    // The manifest repeats what was let pass, and must not point at anybody.
    assertFalse(doubt.en().matches(".*(disabled|economic|90001|90002).*"), doubt.en());
  }

  @Test
  void brokenContractsAndColumnsThatNobodyRegistered() {
    InventedProvince province = province();
    List<Finding> findings =
        Gates.findings(
            new GateView(
                province.draft("default", "suppress"),
                PublishedTables.ALL,
                Map.of(
                    "marts.outcome_counts", List.of("graduates", "remark"),
                    "published.outcome_counts", List.of("graduates", "note")),
                List.of("marts.placement_rates: add_up (3)"),
                Optional.empty(),
                province.reference(),
                Thresholds.DEFAULT));
    assertEquals(2, findings.size());
    assertTrue(
        closed(Gate.BROKEN_CONTRACTS, findings).en().contains("marts.placement_rates: add_up (3)"));
    assertTrue(
        closed(Gate.UNREGISTERED_COLUMNS, findings)
            .en()
            .contains("published.outcome_counts.note, marts.outcome_counts.remark"));
  }
}
