package dev.taizhang.reference;

import dev.taizhang.errors.InvalidUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All code lists: those that are shipped in {@code data/reference}, with the analyst's additions.
 *
 * @param codeTexts every code and every text that stands for one
 * @param codeNames name of each code, by list and code joined with {@code /}
 * @param columnAliases what each header means, by feed and submitter
 * @param divisions administrative divisions in force
 * @param formerDivisions divisions and names of divisions that are no longer in force
 * @param disciplines disciplines of the academic and the vocational catalogue
 * @param classes classes of every catalogue
 * @param hardshipTags hardship tags
 * @param keyGroups national key groups by graduation year
 * @param standardServices what standards promise to everybody without work
 * @param universities the roster, which only the analyst's folder has
 * @param expectedGraduates how many graduates each university expects, as far as the analyst's
 *     folder says
 * @param templates the national exports, by their headers
 * @param olderOutcomes outcome codes of older templates
 * @param expectations the rules that rows are held against, each by its last definition
 * @param publicationPlans which cuts leave the house, by name
 * @param publicationPolicies how they do, by name
 * @param doubled what the analyst should look at: lines of one file that contradict each other
 * @param fingerprints identify all of it, and what of it decides how rows are read
 */
public record ReferenceData(
    List<CodeText> codeTexts,
    Map<String, String> codeNames,
    ColumnAliases columnAliases,
    List<Division> divisions,
    List<FormerDivision> formerDivisions,
    List<FieldOfStudy> disciplines,
    List<FieldOfStudy> classes,
    List<HardshipTag> hardshipTags,
    List<KeyGroup> keyGroups,
    List<StandardService> standardServices,
    List<University> universities,
    List<ExpectedGraduates> expectedGraduates,
    List<Template> templates,
    List<OlderOutcome> olderOutcomes,
    List<Expectation> expectations,
    List<PublicationPlan> publicationPlans,
    List<PublicationPolicy> publicationPolicies,
    List<String> doubled,
    ReferenceFingerprint fingerprints) {

  /**
   * Reads the shipped lists and the additions of a folder.
   *
   * @param directory the folder of additions, with files named as in {@code data/reference} and
   *     {@code universities.csv} and {@code expected_graduates.csv}
   * @throws InvalidUsage when the folder does not exist or a file in it is wrong
   */
  public static ReferenceData load(Optional<String> directory) {
    Optional<Path> folder = directory.map(Path::of);
    folder.ifPresent(ReferenceData::requireFolder);
    return new ReferenceLoader(folder).load();
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidUsage(
          "There is no reference folder "
              + folder
              + ". What to do: check --reference, or leave it out.");
    }
  }

  /** Identifies all of it; 64 hex digits. */
  public String fingerprint() {
    return fingerprints.all();
  }

  /** Name of a code, empty when the list does not have it. */
  public Optional<String> codeName(String list, String code) {
    return Optional.ofNullable(codeNames.get(list + "/" + code));
  }

  /**
   * The plan of a name.
   *
   * @throws InvalidUsage when there is none
   */
  public PublicationPlan publicationPlan(String name) {
    return publicationPlans.stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "plan",
                    "publication_plans.csv",
                    name,
                    publicationPlans.stream().map(PublicationPlan::name).toList()));
  }

  /**
   * The policy of a name.
   *
   * @throws InvalidUsage when there is none
   */
  public PublicationPolicy publicationPolicy(String name) {
    return publicationPolicies.stream()
        .filter(policy -> policy.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "policy",
                    "publication_policies.csv",
                    name,
                    publicationPolicies.stream().map(PublicationPolicy::name).toList()));
  }

  private static InvalidUsage unknown(String kind, String file, String name, List<String> known) {
    return new InvalidUsage(
        "There is no publication %s '%s'; known are %s. What to do: use one of them, or add it to %s in your reference folder, and give the folder with --reference."
            .formatted(kind, name, String.join(", ", known), file));
  }

  /** The same with more rules; one with the id of another takes its place. */
  public ReferenceData withExpectations(List<Expectation> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, Expectation> all = new LinkedHashMap<>();
    Stream.of(expectations, more).flatMap(List::stream).forEach(rule -> all.put(rule.id(), rule));
    return new ReferenceData(
        codeTexts,
        codeNames,
        columnAliases,
        divisions,
        formerDivisions,
        disciplines,
        classes,
        hardshipTags,
        keyGroups,
        standardServices,
        universities,
        expectedGraduates,
        templates,
        olderOutcomes,
        List.copyOf(all.values()),
        publicationPlans,
        publicationPolicies,
        doubled,
        fingerprints.with(more.toString()));
  }
}
