package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.person.IdNumber;
import dev.taizhang.tables.Rows;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for every text that can stand for a number or a name. */
class ValueLawsTest {

  private static final String SEED = "20220608";
  private static final int TRIES = 500;

  @Property(tries = TRIES, seed = SEED)
  void everyTextHasAStateAsAnIdNumber(@ForAll("idNumbers") String text) {
    assertTrue(
        Set.of(Rows.ID_MISSING, Rows.ID_DESTROYED, Rows.ID_INVALID, Rows.ID_ROUNDED, Rows.ID_VALID)
            .contains(IdNumber.state(text)));
  }

  @Provide
  Arbitrary<String> idNumbers() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.strings().withChars("0123456789X").ofLength(18),
        Arbitraries.strings().withChars("0123456789.E+").ofMaxLength(24));
  }

  @Property(tries = TRIES, seed = SEED)
  void everyNameIsReadOrRejected(@ForAll("names") String name, @ForAll Feed feed) {
    assertNotNull(FileName.read(feed, name));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        Arbitraries.strings().withChars("0123456789_p.csvxlt../\\\n\0").ofMaxLength(40));
  }
}
