package dev.taizhang.release.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.gates.Finding;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a release was made of and how, as JSON.
 *
 * @see <a href="../../../../../../docs/release-manifest.schema.json">its schema</a>
 */
public final class Manifest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String APPROVED_UNAUDITED = "approved_unaudited";

  private final ObjectNode root;

  private Manifest(ObjectNode root) {
    this.root = root;
  }

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
    ArrayNode cohorts = root.putArray("cohorts");
    draft.source().cohorts().forEach(cohorts::add);
    plan(root.putObject("plan"), draft);
    policy(root.putObject("policy"), draft.request().policy());
    root.put("code_version", making.codeVersion());
    submissions(root.putArray("submissions"), draft);
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
    gates(root.putArray("accepted_gates"), draft, making.accepted());
    changes(root.putObject("changes"), making);
    // Who attacks the release writes what was checked, how, and what was found.
    root.putNull("checked");
    root.put(APPROVED_UNAUDITED, false);
    return new Manifest(root);
  }

  /** The manifest that a release has. */
  public static Manifest read(String json) {
    try {
      return new Manifest((ObjectNode) JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The manifest of a release is no JSON", e);
    }
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
    node.put("submission_id", id);
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

  /** Without the time that it took, which differs where nothing else does. */
  private static void protection(ObjectNode protection, Draft draft) {
    draft
        .protection()
        .forEach(
            (year, report) -> {
              ObjectNode node = protection.putObject(Integer.toString(year));
              node.put("figures", report.figures());
              node.put("primary", report.primary());
              node.put("complements", report.complements());
              node.put("republished", report.republished());
              node.put("programmes", report.programmes());
              node.put("told_by_earlier_releases", report.open().size());
            });
  }

  private static void gates(ArrayNode gates, Draft draft, List<Finding> accepted) {
    for (Finding finding : accepted) {
      ObjectNode node = gates.addObject();
      node.put("gate", finding.gate().code());
      node.put("finding_en", finding.en());
      node.put("finding_zh", finding.zh());
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

  /** The text that the table of releases keeps. */
  public String json() {
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers can be written as JSON", e);
    }
  }

  /** All of it. */
  public JsonNode root() {
    return root;
  }

  /** Checksum of a table's rows; empty for a table that the release does not know. */
  public String checksum(PublishedTable table) {
    return root.path("tables").path(table.name()).path("checksum").asText();
  }

  /** The releases that had been given out before it. */
  public List<String> earlier() {
    List<String> ids = new ArrayList<>();
    root.path("earlier_releases").forEach(one -> ids.add(one.asText()));
    return ids;
  }

  /** What the policy calls the rounding of counts. */
  public String rounding() {
    return root.path("policy").path("rounding").asText();
  }

  /** What an audit came to; empty until there was one. */
  public Optional<Audited> checked() {
    JsonNode checked = root.path("checked");
    return checked.isObject() ? Optional.of(Audited.read(checked)) : Optional.empty();
  }

  /** The same after an audit. */
  public Manifest checked(Audited audited) {
    ObjectNode copy = root.deepCopy();
    audited.write(copy.putObject("checked"));
    return new Manifest(copy);
  }

  /** Whether somebody approved it although no audit had passed. */
  public boolean isApprovedUnaudited() {
    return root.path(APPROVED_UNAUDITED).asBoolean();
  }

  /** The same, approved although no audit had passed. */
  Manifest approvedUnaudited() {
    ObjectNode copy = root.deepCopy();
    copy.put(APPROVED_UNAUDITED, true);
    return new Manifest(copy);
  }

  /** Whether the policy is for the office alone. */
  public boolean withholdsNothing() {
    JsonNode policy = root.path("policy");
    return policy.path("rounding").asText().equals("none")
        && policy.path("minimum_count").asLong() == 0
        && policy.path("minimum_denominator").asLong() == 0;
  }

  /** By cohort and university the date of the slice that spoke. */
  Map<String, String> spoke() {
    Map<String, String> spoke = new HashMap<>();
    root.path("submissions")
        .forEach(
            one ->
                spoke.put(
                    Changes.slice(
                        one.path("graduation_year").asInt(), one.path("university_code").asText()),
                    one.path("snapshot_date").asText()));
    return spoke;
  }

  /** Whether another one is of the same figures, made and let pass in the same way. */
  boolean isOfTheSame(Manifest other) {
    // A number that was read is of another type than one that was put.
    return withoutId(root).toString().equals(withoutId(other.root).toString());
  }

  private static JsonNode withoutId(ObjectNode root) {
    ObjectNode copy = root.deepCopy();
    copy.remove("release_id");
    // Versions of tables grow by commits that move nothing.
    copy.remove("table_versions");
    copy.remove("checked");
    copy.remove(APPROVED_UNAUDITED);
    return copy;
  }
}
