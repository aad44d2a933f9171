package dev.taizhang.figures;

import dev.taizhang.reference.FieldOfStudy;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import dev.taizhang.tables.Dimensions;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Optional;

/**
 * What codes are called, and where universities are: the words beside the figures, as the reference
 * data holds them.
 */
public final class Names implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> regions = new HashMap<>();
  private final HashMap<FieldCode, String> fields = new HashMap<>();
  private final HashMap<String, String> universities = new HashMap<>();
  private final HashMap<String, String> provinces = new HashMap<>();
  private final HashMap<String, String> prefectures = new HashMap<>();
  private final HashMap<String, String> tiers = new HashMap<>();

  private Names() {}

  /** The names that the reference data holds. */
  public static Names of(ReferenceData reference) {
    Names names = new Names();
    // A code that is no longer in force has its last name.
    reference.formerDivisions().forEach(one -> names.addRegion(one.code(), one.name()));
    reference.divisions().forEach(one -> names.addRegion(one.code(), one.name()));
    reference.disciplines().forEach(names::addField);
    reference.classes().forEach(names::addField);
    reference.universities().forEach(names::addUniversity);
    return names;
  }

  /** Figures speak of provinces and prefectures, not of counties. */
  private void addRegion(String code, String name) {
    if (code.endsWith("00")) {
      regions.put(code, name);
    }
  }

  private void addField(FieldOfStudy field) {
    fields.put(new FieldCode(field.catalogue(), field.code()), field.name());
  }

  private void addUniversity(University university) {
    universities.put(university.code(), university.name());
    provinces.put(university.code(), university.provinceCode());
    prefectures.put(university.code(), university.prefectureCode());
    if (!university.tier().isEmpty()) {
      tiers.put(university.code(), university.tier());
    }
  }

  /** Name of a province or prefecture. */
  public Optional<String> region(String code) {
    return Optional.ofNullable(regions.get(code));
  }

  /** Name of a discipline or class. */
  public Optional<String> field(FieldCode field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** Name of a university of the roster. */
  public Optional<String> university(String code) {
    return Optional.ofNullable(universities.get(code));
  }

  /** Tier of a university; unknown where the roster does not say. */
  public String tierOf(String universityCode) {
    return tiers.getOrDefault(universityCode, Dimensions.UNKNOWN);
  }

  /** Province of a university; 000000 where the roster does not have it. */
  public String provinceOf(String universityCode) {
    return provinces.getOrDefault(universityCode, Dimensions.UNKNOWN_REGION);
  }

  /** Prefecture of a university; 000000 where the roster does not have it. */
  public String prefectureOf(String universityCode) {
    return prefectures.getOrDefault(universityCode, Dimensions.UNKNOWN_REGION);
  }
}
