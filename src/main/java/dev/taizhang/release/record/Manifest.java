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
import java.util.Set;

/**
 * What a release was made of and how, as JSON.
 *
 * @see <a href="../../../../../../docs/release-manifest.schema.json">its schema</a>
 */
public final class Manifest {

  private static final ObjectMapper JSON = new ObjectMapper();

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
  List<String> earlier() {
    List<String> ids = new ArrayList<>();
    root.path("earlier_releases").forEach(one -> ids.add(one.asText()));
    return ids;
  }

  /** The tables whose rows are not those that the release was made with, by name. */
  public List<String> changedIn(PublishedRows rows) {
    return PublishedTables.ALL.stream()
        .filter(table -> !rows.checksum(table).equals(checksum(table)))
        .map(PublishedTable::name)
        .toList();
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
    copy.remove("checked");
    return copy;
  }
}
