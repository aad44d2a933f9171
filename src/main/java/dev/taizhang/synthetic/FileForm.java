package dev.taizhang.synthetic;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the files of a university are.
 *
 * @param workbook whether they are workbooks, and not text
 * @param charset encoding of text
 * @param byteOrderMark whether text begins with a mark
 * @param delimiter between cells of text
 * @param extension of the files' names
 */
record FileForm(
    boolean workbook, Charset charset, boolean byteOrderMark, char delimiter, String extension) {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final FileForm WORKBOOK =
      new FileForm(true, StandardCharsets.UTF_8, false, ',', "xlsx");
  private static final List<FileForm> TEXTS =
      List.of(
          new FileForm(false, StandardCharsets.UTF_8, true, ',', "csv"),
          new FileForm(false, GB18030, false, ',', "csv"),
          new FileForm(false, StandardCharsets.UTF_8, false, ',', "csv"),
          new FileForm(false, GB18030, false, '\t', "txt"),
          new FileForm(false, GB18030, false, ',', "csv"));
  private static final int WORKBOOKS_ONE_IN = 3;

  static FileForm of(int index, FormatPolicy formats) {
    boolean workbook = formats == FormatPolicy.MIXED && index % WORKBOOKS_ONE_IN == 2;
    return workbook ? WORKBOOK : TEXTS.get(index % TEXTS.size());
  }
}
