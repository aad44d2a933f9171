package dev.taizhang.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.erasure.Identified.Link;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentifiedTest {

  private static Identified ofPerson(Link... links) {
    return Identified.of(Set.of(), Set.of("p"), List.of(links));
  }

  @Test
  void idNumberBringsTheStudentNumbersBesideIt() {
    assertEquals(
        new Identified(Set.of("s", "t"), Set.of("p")),
        ofPerson(new Link("a", "s", "p"), new Link("b", "s", "p"), new Link("c", "t", "p")));
  }

  @Test
  void studentNumberThatStandsBesideAnotherIdNumberIsNotTaken() {
    assertEquals(
        new Identified(Set.of(), Set.of("p")),
        ofPerson(new Link("a", "s", "p"), new Link("b", "s", "q")));
  }

  @Test
  void idNumberThatAFileGivesToSeveralBringsNoneOfThem() {
    assertEquals(
        new Identified(Set.of("u"), Set.of("p")),
        ofPerson(new Link("a", "s", "p"), new Link("a", "t", "p"), new Link("b", "u", "p")));
  }

  @Test
  void studentNumberBringsNoIdNumber() {
    assertEquals(
        new Identified(Set.of("s"), Set.of()),
        Identified.of(Set.of("s"), Set.of(), List.of(new Link("a", "s", "p"))));
  }

  @Test
  void whatIsGivenIsTakenWhateverTheRowsSay() {
    assertEquals(
        new Identified(Set.of("s"), Set.of("p")),
        Identified.of(
            Set.of("s"), Set.of("p"), List.of(new Link("a", "s", "p"), new Link("a", "s", "q"))));
  }
}
