package dev.taizhang.release.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.published.ManifestParts;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a release was made of and how, as JSON.
 *
 * @see <a href="../../../../../../docs/release-manifest.schema.json">its schema</a>
 */
public final class Manifest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static final String CHECKED = "checked";

  static final String APPROVED_UNAUDITED = "approved_unaudited";

  private final ObjectNode root;

  private Manifest(ObjectNode root) {
    this.root = root;
  }

  /** The manifest that has these fields. */
  static Manifest of(ObjectNode root) {
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

  /** The release before of the same date; empty for the first one. */
  public Optional<String> since() {
    JsonNode since = root.path("changes").path("since");
    return since.isTextual() ? Optional.of(since.asText()) : Optional.empty();
  }

  /** How many rows of figures moved since then. */
  public long moved() {
    return root.path("changes").path("figures").size();
  }

  /** The tables whose rows are not those that the release was made with, by name. */
  public List<String> changedIn(PublishedRows rows) {
    return PublishedTables.ALL.stream()
        .filter(table -> !rows.checksum(table).equals(checksum(table)))
        .map(PublishedTable::name)
        .toList();
  }

  /** Whether its counts are rounded. */
  boolean rounds() {
    return !root.path("policy").path("rounding").asText().equals("none");
  }

  /** Whether people whom it counts were forgotten since. */
  public boolean countsForgottenPeople() {
    return root.path(ManifestParts.FORGOTTEN).asBoolean();
  }

  /** How many universities it speaks of. */
  public long universities() {
    Set<String> universities = new HashSet<>();
    root.path(ManifestParts.SUBMISSIONS)
        .forEach(one -> universities.add(one.path("university_code").asText()));
    return universities.size();
  }

  /** What the policy calls the rounding of counts. */
  public String rounding() {
    return root.path("policy").path("rounding").asText();
  }

  /** What an audit came to; empty until there was one. */
  public Optional<Audited> checked() {
    JsonNode checked = root.path(CHECKED);
    return checked.isObject() ? Optional.of(Audited.read(checked)) : Optional.empty();
  }

  /** The same after an audit. */
  public Manifest checked(Audited audited) {
    ObjectNode copy = root.deepCopy();
    audited.write(copy.putObject(CHECKED));
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
    root.path(ManifestParts.SUBMISSIONS)
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
    copy.remove(CHECKED);
    copy.remove(APPROVED_UNAUDITED);
    return copy;
  }
}
