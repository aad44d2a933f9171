package dev.taizhang.attack;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be known from elsewhere.
 *
 * @param people who there are, of whom and how many
 * @param ofAll figures of the group {@code all}
 * @param insider somebody who knows one university's graduates
 */
public record SideKnowledge(
    List<KnownPeople> people, List<PublishedFigure> ofAll, Optional<Insider> insider) {

  public SideKnowledge {
    people = List.copyOf(people);
    ofAll = List.copyOf(ofAll);
    Set<String> ids = new HashSet<>();
    people.forEach(
        one -> {
          if (!ids.add(one.id())) {
            throw new IllegalArgumentException("Told twice: " + one.id());
          }
        });
    if (!ofAll.stream().allMatch(PublishedFigure::isOfAll)) {
      throw new IllegalArgumentException("Only figures of everybody are known from elsewhere");
    }
  }

  /** What everybody may know. */
  public static SideKnowledge of(List<KnownPeople> people, List<PublishedFigure> ofAll) {
    return new SideKnowledge(people, ofAll, Optional.empty());
  }

  /** The same, with what somebody at a university knows. */
  public SideKnowledge with(Insider somebody) {
    return new SideKnowledge(people, ofAll, Optional.of(somebody));
  }

  /** Who knows this. */
  public String inWords() {
    return insider
        .map(
            one -> "sizes, figures of all, and the graduates of university " + one.universityCode())
        .orElse("sizes and figures of all");
  }
}
