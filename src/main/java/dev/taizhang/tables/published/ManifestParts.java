package dev.taizhang.tables.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taizhang.tables.Releases.Release;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a release's manifest concerns others than those who make releases: whose files it was
 * made of, and that people who stood in them were forgotten since.
 *
 * @param submissions files whose slices spoke at its date
 * @param cohorts graduation years that it speaks of
 */
public record ManifestParts(Set<String> submissions, Set<Integer> cohorts) {

  /** The field with the files. */
  public static final String SUBMISSIONS = "submissions";

  /** The field of a file with its id. */
  public static final String SUBMISSION_ID = "submission_id";

  /** The field with the graduation years. */
  public static final String COHORTS = "cohorts";

  /**
   * The field that says whether people were forgotten since whom the release counts. It says
   * neither how many nor when: with either, whoever compares two releases could tell what the
   * outcome of the one who is missing was.
   */
  public static final String FORGOTTEN = "people_forgotten_since";

  private static final ObjectMapper JSON = new ObjectMapper();

  public ManifestParts {
    submissions = Set.copyOf(submissions);
    cohorts = Set.copyOf(cohorts);
  }

  /** Those of a release. */
  public static ManifestParts of(Release release) {
    JsonNode root = root(release);
    Set<String> submissions = new TreeSet<>();
    root.path(SUBMISSIONS).forEach(one -> submissions.add(one.path(SUBMISSION_ID).asText()));
    Set<Integer> cohorts = new TreeSet<>();
    root.path(COHORTS).forEach(one -> cohorts.add(one.asInt()));
    return new ManifestParts(submissions, cohorts);
  }

  /** The release, whose manifest says that people were forgotten since whom it counts. */
  public static Release forgotten(Release release) {
    ObjectNode root = root(release);
    root.put(FORGOTTEN, true);
    try {
      return release.withManifest(release.smallestWidth(), JSON.writeValueAsString(root));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read as JSON can be written", e);
    }
  }

  private static ObjectNode root(Release release) {
    try {
      return (ObjectNode) JSON.readTree(release.manifest());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The manifest of a release is no JSON", e);
    }
  }
}
