package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class FormatTest {

  private static final String[] NAMES = {"file_name", "rate"};

  private static String printed(Format format, String[] names, Row... rows) {
    StringWriter text = new StringWriter();
    format.print(names, List.of(rows), TerminalWriter.to(new PrintWriter(text)));
    return text.toString();
  }

  private static String csv(String value) {
    String text = printed(Format.CSV, new String[] {"name"}, RowFactory.create(value));
    return text.substring("name\n".length(), text.length() - 1);
  }

  @Test
  void textThatBeginsLikeAFormulaIsWrittenAsTextInCsv() {
    assertEquals("“=1+1”", csv("=1+1"));
    assertEquals("“+1+1”", csv("+1+1"));
    assertEquals("“-1+1”", csv("-1+1"));
    assertEquals("“@SUM(A1)”", csv("@SUM(A1)"));
    assertEquals("“＝1+1”", csv("＝1+1"));
    assertEquals("“＋1+1”", csv("＋1+1"));
    assertEquals("“－1+1”", csv("－1+1"));
    assertEquals("“＠SUM(A1)”", csv("＠SUM(A1)"));
    assertEquals("“\t=1”", csv("\t=1"));
    assertEquals("“\tx”", csv("\tx"));
    assertEquals("\"“\r=1”\"", csv("\r=1"));
    assertEquals("\"“\nx”\"", csv("\nx"));
    assertEquals("“  =1”", csv("  =1"));
    assertEquals("“\u3000＝1”", csv("\u3000＝1"));
    assertEquals("“\uFEFF=1”", csv("\uFEFF=1"));
    assertEquals("“\u200B=1”", csv("\u200B=1"));
    assertEquals("\"“=HYPERLINK(\"\"x\"\")\nmore”\"", csv("=HYPERLINK(\"x\")\nmore"));
    assertEquals("“=”", csv("="));
  }

  @Test
  void otherTextsAndNumbersStayAsTheyAreInCsv() {
    assertEquals("90001_20250608.csv", csv("90001_20250608.csv"));
    assertEquals("a=b", csv("a=b"));
    assertEquals("-12.5", csv("-12.5"));
    assertEquals("+3", csv("+3"));
    assertEquals("-1.0E-5", csv("-1.0E-5"));
    assertEquals("", csv(null));
    assertEquals(
        "rate\n-0.125\n", printed(Format.CSV, new String[] {"rate"}, RowFactory.create(-0.125)));
    assertEquals("“=1+1”\n1\n", printed(Format.CSV, new String[] {"=1+1"}, RowFactory.create(1)));
  }

  @Test
  void controlCharactersAreShownInATableAndNotSent() {
    assertEquals(
        "file_name                rate\na\\u001b[31m\\u0007\\n.csv  0.5000\n",
        printed(Format.TABLE, NAMES, RowFactory.create("a\u001b[31m\u0007\n.csv", 0.5)));
    assertEquals(
        "a\\u001b\n\\u009b1m\\u202ex\\u0085\\r\\t\n",
        printed(
            Format.TABLE,
            new String[] {"a\u001b"},
            RowFactory.create("\u009b1m\u202Ex\u0085\r\t")));
  }

  @Test
  void jsonKeepsItsValuesAndSendsNoControlCharacters() throws IOException {
    String value = "a\u001b[31m\u009b\u202E=1\n";
    String json = printed(Format.JSON, NAMES, RowFactory.create(value, -0.5));
    assertEquals(1, json.lines().count());
    assertEquals(List.of(), json.strip().chars().filter(Character::isISOControl).boxed().toList());
    assertEquals(value, new ObjectMapper().readTree(json).get("file_name").asText());
  }

  @Test
  void messagesKeepTheirLinesAndNothingElseThatATerminalObeys() {
    StringWriter text = new StringWriter();
    PrintWriter err = TerminalWriter.to(new PrintWriter(text));
    err.printf("rejected %s%n", Terminal.value("a\nrejected b\u001b]0;x\u0007.csv"));
    err.println("two\n\tlines 中文 \u001b[2J\r");
    err.write('\u001b');
    err.flush();
    assertEquals(
        "rejected a\\nrejected b\\u001b]0;x\\u0007.csv\ntwo\n\tlines 中文 \\u001b[2J\\r\n\\u001b",
        text.toString().replace(System.lineSeparator(), "\n"));
  }
}
