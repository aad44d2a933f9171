package dev.taizhang.publish.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

  @ParameterizedTest
  @CsvSource({
    "0.87345, 0.8735",
    "0.873449999, 0.8734",
    "0.00005, 0.0001",
    "-0.00005, -0.0001",
    "0.125, 0.1250",
    "1, 1.0000",
    "0, 0.0000",
    "-0.23705, -0.2371"
  })
  void sharesAreRoundedHalfUp(double share, String shown) {
    assertEquals(new BigDecimal(shown), Shown.share(share).value());
  }

  @Test
  void shareThatIsNothingOnlyWhenRoundedSaysSo() {
    assertEquals(Optional.of(Symbol.LOW), Shown.share(0.00004).mark());
    assertEquals(Optional.empty(), Shown.share(0.0).mark());
    assertEquals(Optional.empty(), Shown.share(0.00005).mark());
  }

  @Test
  void shareWithoutMeaningIsNoZero() {
    assertNull(Shown.share(null).value());
    assertEquals(Optional.of(Symbol.NOT_APPLICABLE), Shown.share(null).mark());
  }

  @Test
  void firstSymbolStays() {
    assertEquals(
        Optional.of(Symbol.NOT_APPLICABLE), Shown.share(null).marked(Symbol.UNRELIABLE).mark());
    assertEquals(Optional.of(Symbol.UNRELIABLE), Shown.share(0.5).marked(Symbol.UNRELIABLE).mark());
  }

  @Test
  void withheldValueCannotBeThere() {
    assertThrows(IllegalArgumentException.class, () -> new Shown(3L, Symbol.CONFIDENTIAL));
  }
}
