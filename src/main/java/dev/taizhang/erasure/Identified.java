package dev.taizhang.erasure;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose rows are meant: the numbers that were given, and the student numbers that stand beside a
 * given ID number. Such a number counts only where nothing speaks against it: not where another ID
 * number stands beside it, and not where the file has the ID number beside another student number,
 * too, since a cell that was dragged down gives one person's number to many. From a student number
 * no ID number is taken, which may be anybody's in one mistyped row.
 *
 * @param students student keys
 * @param persons person ids
 */
record Identified(Set<String> students, Set<String> persons) {

  Identified {
    students = Set.copyOf(students);
    persons = Set.copyOf(persons);
  }

  /** A student key and a person id that stand in one row of a submission. */
  record Link(String submission, String student, String person) {}

  /**
   * Finds the numbers of the same people.
   *
   * @param students student keys that were given
   * @param persons person ids that were given
   * @param links those of every row that has one of these, or a student key that stands beside one
   */
  static Identified of(Set<String> students, Set<String> persons, Collection<Link> links) {
    Set<String> all = new HashSet<>(students);
    links.stream()
        .filter(link -> persons.contains(link.person()))
        .filter(link -> isCertain(link.student(), persons, links))
        .forEach(link -> all.add(link.student()));
    return new Identified(all, persons);
  }

  private static boolean isCertain(String student, Set<String> persons, Collection<Link> links) {
    Set<Link> beside =
        links.stream().filter(link -> link.student().equals(student)).collect(Collectors.toSet());
    return beside.stream().allMatch(link -> persons.contains(link.person()))
        && beside.stream().noneMatch(link -> isRepeated(link, links));
  }

  /** Whether the file has the same ID number beside another student number. */
  private static boolean isRepeated(Link one, Collection<Link> links) {
    return links.stream()
        .anyMatch(
            link ->
                link.submission().equals(one.submission())
                    && link.person().equals(one.person())
                    && !link.student().equals(one.student()));
  }
}
