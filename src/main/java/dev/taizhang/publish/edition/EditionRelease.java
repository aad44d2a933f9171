package dev.taizhang.publish.edition;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The release that an edition shows.
 *
 * @param id identifies it
 * @param asOfKind kind of its date
 * @param facts what it is, who let it leave, by which rules, and what was checked
 * @param changes what moved since the release before it of the same date, in sentences
 */
public record EditionRelease(String id, String asOfKind, List<Fact> facts, List<Label> changes) {

  /**
   * Something to know of a release.
   *
   * @param name what it is
   * @param text what is to be said of it
   */
  public record Fact(Label name, Label text) {

    public Fact {
      requireNonNull(name, "name");
      requireNonNull(text, "text");
    }
  }

  public EditionRelease {
    requireNonNull(id, "id");
    requireNonNull(asOfKind, "asOfKind");
    facts = List.copyOf(facts);
    changes = List.copyOf(changes);
  }
}
