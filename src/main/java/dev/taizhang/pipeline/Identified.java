package dev.taizhang.pipeline;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose rows are meant: the numbers that were given, and those that rows show to be of the same
 * people. A number counts only where nothing speaks against it: where rows connect it with somebody
 * else, too, one of them is mistyped, and nobody knows which.
 *
 * @param students student keys
 * @param persons person ids
 */
record Identified(Set<String> students, Set<String> persons) {

  Identified {
    students = Set.copyOf(students);
    persons = Set.copyOf(persons);
  }

  /** A student key and a person id that stand in one row. */
  record Link(String student, String person) {}

  /**
   * Finds the numbers of the same people.
   *
   * @param students student keys that were given
   * @param persons person ids that were given
   * @param links those of every row that has one of these, or one that a row connects with these
   */
  static Identified of(Set<String> students, Set<String> persons, Collection<Link> links) {
    Set<String> allStudents = new HashSet<>(students);
    Set<String> allPersons = new HashSet<>(persons);
    for (Link link : links) {
      if (persons.contains(link.person())
          && persons.containsAll(personsOf(link.student(), links))) {
        allStudents.add(link.student());
      }
      Set<String> studentsOfPerson = studentsOf(link.person(), links);
      if (students.contains(link.student())
          && students.containsAll(studentsOfPerson)
          && studentsOfPerson.stream().allMatch(one -> personsOf(one, links).size() == 1)) {
        allPersons.add(link.person());
      }
    }
    return new Identified(allStudents, allPersons);
  }

  private static Set<String> personsOf(String student, Collection<Link> links) {
    return links.stream()
        .filter(link -> link.student().equals(student))
        .map(Link::person)
        .collect(toSet());
  }

  private static Set<String> studentsOf(String person, Collection<Link> links) {
    return links.stream()
        .filter(link -> link.person().equals(person))
        .map(Link::student)
        .collect(toSet());
  }
}
