package dev.taizhang.publish.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes data as a script that hands it to the page. Whatever a text holds, the script stays one:
 * none can end the element that it stands in, or a line within a string.
 */
final class DataScript {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder().characterEscapes(new ScriptEscapes()).build();

  private DataScript() {}

  /** What writes the value. */
  @FunctionalInterface
  interface Value {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * A script.
   *
   * @param name what the page knows the data by
   */
  static byte[] of(String name, Value value) {
    StringWriter text = new StringWriter();
    text.write("taizhangData(");
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeString(name);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory can be written to", e);
    }
    text.write(",");
    try (JsonGenerator json = JSON.createGenerator(text)) {
      value.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory can be written to", e);
    }
    text.write(");\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What is escaped besides what JSON asks for. */
  private static final class ScriptEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

    ScriptEscapes() {
      // </script> and <!-- have a meaning to the page around the script.
      ascii['<'] = CharacterEscapes.ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii.clone();
    }

    /** Ends of lines of older browsers; halves of characters, which UTF-8 cannot have alone. */
    @Override
    public SerializableString getEscapeSequence(int character) {
      boolean isEscaped =
          character == 0x2028 || character == 0x2029 || Character.isSurrogate((char) character);
      return isEscaped ? new SerializedString("\\u%04x".formatted(character)) : null;
    }
  }
}
