package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPartsTest {

  private static final long LEAST = 23;

  /** Such as {@code major X<class C 23}: a place, what it is a part of, and graduates. */
  private static PartOfAll part(String text) {
    String[] words = text.split("[<=]", -1);
    return new PartOfAll(
        place(words[0]),
        words.length == 2 ? Optional.empty() : Optional.of(place(words[1])),
        new FigureCounts.Count(Long.parseLong(words[words.length - 1].strip()), 0));
  }

  private static RatePlace place(String text) {
    String[] words = text.strip().split(" ", -1);
    return new RatePlace(words[0], words[1]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Nothing is left: the parts say what the whole says.
          everywhere all=60; province A<everywhere all=30; province B<everywhere all=30 | A B all
          # One graduate more is of a place that is withheld, and would be told by the others.
          class C=24; major X<class C=23; major Y<class C=1                             | C
          # The smallest goes, and with it as many are left as may be.
          class C=70; major X<class C=40; major Z<class C=29; major Y<class C=1         | C X
          # Several withheld parts hide each other.
          class C=63; major X<class C=40; major Z<class C=12; major Y<class C=11        | C X
          # Of 22 others together nothing may be told either.
          class C=62; major X<class C=40; major Z<class C=12; major Y<class C=10        | C
          # Nothing of a withheld place is shown, and places below are looked at in their own whole.
          province P=90; prefecture A<province P=70; prefecture B<province P=20; university U<prefecture A=40; university V<prefecture A=30 | P
          province P=120; prefecture A<province P=60; prefecture B<province P=60; university U<prefecture A=40; university V<prefecture A=20; university W<prefecture B=30; university X<prefecture B=30 | A B P W X
          # Regions and fields divide a whole each in its own way.
          everywhere all=60; province A<everywhere all=60; discipline 08<everywhere all=50; discipline 12<everywhere all=10 | A all
          # A whole that no table has binds nobody.
          university U=40; university V=22 | U
          """)
  void whatIsLeftOfAWholeIsAFigureToo(String parts, String shown) {
    List<PartOfAll> all = Arrays.stream(parts.split(";")).map(ShownPartsTest::part).toList();
    assertEquals(
        shown,
        ShownParts.of(
                all,
                part -> part.count().graduates() >= LEAST,
                (level, others) -> others.graduates() >= LEAST)
            .stream()
            .map(RatePlace::code)
            .sorted()
            .collect(Collectors.joining(" ")));
  }
}
