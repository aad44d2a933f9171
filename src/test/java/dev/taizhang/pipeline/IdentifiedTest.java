package dev.taizhang.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.pipeline.Identified.Link;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentifiedTest {

  @Test
  void idNumberBringsItsStudentNumbers() {
    assertEquals(
        new Identified(Set.of("s", "t"), Set.of("p")),
        Identified.of(Set.of(), Set.of("p"), List.of(new Link("s", "p"), new Link("t", "p"))));
  }

  @Test
  void studentNumberBringsAnIdNumberThatIsOnlyBesideIt() {
    assertEquals(
        new Identified(Set.of("s"), Set.of("p")),
        Identified.of(Set.of("s"), Set.of(), List.of(new Link("s", "p"))));
  }

  @Test
  void studentNumberThatStandsBesideAnotherIdNumberIsNotTaken() {
    assertEquals(
        new Identified(Set.of(), Set.of("p")),
        Identified.of(Set.of(), Set.of("p"), List.of(new Link("s", "p"), new Link("s", "q"))));
  }

  @Test
  void idNumberThatStandsBesideAnotherStudentNumberIsNotTaken() {
    assertEquals(
        new Identified(Set.of("s"), Set.of()),
        Identified.of(Set.of("s"), Set.of(), List.of(new Link("s", "p"), new Link("t", "p"))));
  }

  @Test
  void idNumberIsNotTakenWhereTheStudentNumberHasTwo() {
    assertEquals(
        new Identified(Set.of("s"), Set.of()),
        Identified.of(Set.of("s"), Set.of(), List.of(new Link("s", "p"), new Link("s", "q"))));
  }

  @Test
  void whatIsGivenIsTakenWhateverTheRowsSay() {
    assertEquals(
        new Identified(Set.of("s"), Set.of("p", "q")),
        Identified.of(
            Set.of("s"),
            Set.of("p", "q"),
            List.of(new Link("s", "p"), new Link("s", "q"), new Link("s", "r"))));
  }
}
