package dev.taizhang.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteOrderTest {

  /**
   * The last has a character beyond the first plane, whose bytes come after those of all others.
   */
  private static final List<String> IN_ORDER =
      List.of("", "a", "ab", "b", "大学", "大学_p1", "\uFF5E", "\uD840\uDC0B", "\uD842\uDFB7");

  @Test
  void textsAreInTheOrderOfTheirBytes() {
    for (String one : IN_ORDER) {
      for (String other : IN_ORDER) {
        assertEquals(
            Integer.signum(
                Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))),
            Integer.signum(ByteOrder.OF_TEXTS.compare(one, other)),
            one + " " + other);
      }
    }
  }
}
