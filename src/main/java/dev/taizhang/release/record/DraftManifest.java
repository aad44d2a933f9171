package dev.taizhang.release.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.draft.ReleaseRequest;
import dev.taizhang.release.gates.Finding;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.published.ManifestParts;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what a draft was made of and how. */
final class DraftManifest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DraftManifest() {}

  /**
   * What of a release is known besides its rows.
   *
   * @param codeVersion release of the program
   * @param tableVersions version of each table that it was made from, by name
   * @param accepted gates that somebody let pass
   * @param earlier releases that had been given out before
   * @param before the release that changes are told against; empty for the first of its date
   * @param changes what moved since
   */
  record Making(
      String codeVersion,
      Map<String, Long> tableVersions,
      List<Finding> accepted,
      List<String> earlier,
      Optional<String> before,
      List<Change> changes) {}

  /** The manifest of a draft. */
  static Manifest of(Draft draft, Making making) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema_version", 1);
    root.put("release_id", draft.releaseId());
    root.put("as_of_date", draft.date().date().toString());
    root.put("as_of_kind", draft.date().kind());
    ArrayNode cohorts = root.putArray(ManifestParts.COHORTS);
    draft.source().cohorts().forEach(cohorts::add);
    plan(root.putObject("plan"), draft);
    policy(root.putObject("policy"), draft.request().policy());
    root.put("code_version", making.codeVersion());
    submissions(root.putArray(ManifestParts.SUBMISSIONS), draft);
    ObjectNode versions = root.putObject("table_versions");
    making.tableVersions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> versions.put(one.getKey(), one.getValue()));
    tables(root.putObject("tables"), draft.rows());
    protection(root.putObject("protection"), draft);
    ObjectNode figures = root.putObject("figures");
    figures.put("shown", draft.rows().shown());
    figures.put("withheld", draft.rows().withheld());
    ArrayNode earlier = root.putArray("earlier_releases");
    making.earlier().forEach(earlier::add);
    root.put("minimum_coverage", draft.request().minimumCoverage());
    if (draft.request().minimumCoverage() < ReleaseRequest.MINIMUM_COVERAGE) {
      root.put("minimum_coverage_why", draft.request().why());
    }
    gates(root.putArray("accepted_gates"), draft, making.accepted());
    changes(root.putObject("changes"), making);
    root.put(ManifestParts.FORGOTTEN, false);
    // Who attacks the release writes what was checked, how, and what was found.
    root.putNull(Manifest.CHECKED);
    root.put(Manifest.APPROVED_UNAUDITED, false);
    return Manifest.of(root);
  }

  private static void plan(ObjectNode plan, Draft draft) {
    plan.put("name", draft.request().plan().name());
    ArrayNode cuts = plan.putArray("cuts");
    for (PlannedCut cut : draft.request().plan().cuts()) {
      ObjectNode one = cuts.addObject();
      one.put("table", cut.table());
      one.put("level", cut.level());
      ArrayNode groups = one.putArray("groups");
      cut.groups().stream().sorted().forEach(groups::add);
      ArrayNode dates = one.putArray("dates");
      cut.dates().stream().map(PlannedCut.Dates::code).sorted().forEach(dates::add);
    }
  }

  private static void policy(ObjectNode node, PublicationPolicy policy) {
    node.put("name", policy.name());
    node.put("rounding", policy.rounding().code());
    node.put("minimum_count", policy.minimumCount());
    node.put("minimum_denominator", policy.minimumDenominator());
    node.put("rates_from", policy.ratesFrom().name().toLowerCase(java.util.Locale.ROOT));
    node.put("departures_zh", policy.departures().getOrDefault("zh", ""));
    node.put("departures_en", policy.departures().getOrDefault("en", ""));
  }

  private static void submissions(ArrayNode submissions, Draft draft) {
    Map<String, List<Slice>> inForce = new HashMap<>();
    for (Slice slice : draft.source().slices()) {
      if (slice.status().equals(Slices.IN_FORCE)) {
        inForce
            .computeIfAbsent(
                slice.snapshotDate()
                    + Changes.slice(slice.graduationYear(), slice.universityCode()),
                key -> new ArrayList<>())
            .add(slice);
      }
    }
    draft.source().speaking().stream()
        .sorted(
            Comparator.comparing(Speaking::graduationYear).thenComparing(Speaking::universityCode))
        .forEach(
            one ->
                inForce
                    .getOrDefault(
                        one.snapshotDate()
                            + Changes.slice(one.graduationYear(), one.universityCode()),
                        List.of())
                    .stream()
                    .map(Slice::submissionId)
                    .sorted()
                    .forEach(id -> submission(submissions.addObject(), one, id)));
  }

  private static void submission(ObjectNode node, Speaking one, String id) {
    node.put(ManifestParts.SUBMISSION_ID, id);
    node.put("university_code", one.universityCode());
    node.put("graduation_year", one.graduationYear());
    node.put("snapshot_date", one.snapshotDate().toString());
  }

  private static void tables(ObjectNode tables, PublishedRows rows) {
    for (PublishedTable table : PublishedTables.ALL) {
      ObjectNode node = tables.putObject(table.name());
      node.put("rows", rows.of(table).size());
      node.put("checksum", rows.checksum(table));
      ObjectNode symbols = node.putObject("figures");
      rows.symbols(table)
          .forEach((symbol, count) -> symbols.put(symbol.isEmpty() ? "value" : symbol, count));
    }
  }

  /**
   * Neither how many figures are withheld for themselves nor how many for others: in a small plan
   * that tells which are which.
   */
  private static void protection(ObjectNode protection, Draft draft) {
    draft
        .protection()
        .forEach(
            (year, report) -> {
              ObjectNode node = protection.putObject(Integer.toString(year));
              node.put("figures", report.figures());
              node.put("told_by_earlier_releases", report.open().size());
            });
  }

  private static void gates(ArrayNode gates, Draft draft, List<Finding> accepted) {
    for (Finding finding : accepted) {
      ObjectNode node = gates.addObject();
      node.put("gate", finding.gate().code());
      // What it says of figures is not protected.
      node.put("found", finding.found());
      node.put("by", draft.request().by());
      node.put("why", draft.request().why());
    }
  }

  private static void changes(ObjectNode node, Making making) {
    node.put("since", making.before().orElse(null));
    ArrayNode figures = node.putArray("figures");
    for (Change change : making.changes()) {
      ObjectNode one = figures.addObject();
      one.put("table", change.table());
      ObjectNode key = one.putObject("key");
      change.key().forEach(key::put);
      ObjectNode moved = one.putObject("moved");
      change
          .figures()
          .forEach(
              (figure, values) -> {
                ObjectNode both = moved.putObject(figure);
                both.set("before", JSON.valueToTree(values.get(0)));
                both.set("now", JSON.valueToTree(values.get(1)));
              });
      one.put("why", change.why().code());
    }
  }
}
