package dev.taizhang.landing.workbook;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields' names and the records of a dBase file, each value as the text that is shown. */
final class DbfTable implements SheetReader {

  private static final Set<DBFDataType> STORED_AS_TEXT =
      Set.of(
          DBFDataType.CHARACTER,
          DBFDataType.NUMERIC,
          DBFDataType.FLOATING_POINT,
          DBFDataType.DATE,
          DBFDataType.LOGICAL);
  private static final Pattern DAY = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})$");
  private static final Pattern NO_DAY = Pattern.compile("0*");
  private static final Pattern DECIMALS =
      Pattern.compile("^(?:([-+]?\\d+)\\.0*|([-+]?\\d*\\.\\d*[1-9])0*)$");
  // What a number is stored as that its field has no room for.
  private static final Pattern OVERFLOW = Pattern.compile("\\*+");

  private final Records records;
  private int rowNumber;

  DbfTable(InputStream stream, Charset charset) {
    this.records = new Records(stream, charset);
  }

  /** Records whose values are left as they are stored, as far as they are text. */
  private static final class Records extends DBFReader {

    private final Charset characters;

    Records(InputStream stream, Charset charset) {
      super(stream, charset, false);
      this.characters = charset;
    }

    @Override
    protected Object getFieldValue(DBFField field) throws IOException {
      if (!STORED_AS_TEXT.contains(field.getType())) {
        return super.getFieldValue(field);
      }
      byte[] stored = new byte[field.getLength()];
      dataInputStream.readFully(stored);
      return field.getType() == DBFDataType.CHARACTER
          ? new String(stored, characters)
          : shown(field.getType(), new String(stored, StandardCharsets.ISO_8859_1));
    }
  }

  private static String shown(DBFDataType type, String stored) {
    String value = stored.replace('\0', ' ').strip();
    return switch (type) {
      case DATE ->
          NO_DAY.matcher(value).matches() ? "" : DAY.matcher(value).replaceFirst("$1-$2-$3");
      case LOGICAL -> truth(value);
      default ->
          OVERFLOW.matcher(value).matches() ? "" : DECIMALS.matcher(value).replaceFirst("$1$2");
    };
  }

  private static String truth(String value) {
    return switch (value) {
      case "T", "t", "Y", "y" -> WorkbookCellText.truth(true);
      case "F", "f", "N", "n" -> WorkbookCellText.truth(false);
      default -> "";
    };
  }

  @Override
  public boolean next(SheetRow row) {
    try {
      Object[] values = rowNumber == 0 ? names() : records.nextRecord();
      if (values == null) {
        return false;
      }
      row.begin(++rowNumber);
      for (int i = 0; i < values.length; i++) {
        row.beginCell(i);
        row.append(text(values[i]));
        row.end();
      }
      return true;
    } catch (RuntimeException e) {
      throw DbfFile.stopped(e);
    }
  }

  private Object[] names() {
    Object[] names = new Object[records.getFieldCount()];
    for (int i = 0; i < names.length; i++) {
      names[i] = records.getField(i).getName();
    }
    return names;
  }

  private static String text(Object value) {
    if (value instanceof Date moment) {
      return moment.toInstant().atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }
    if (value instanceof Number number) {
      return shown(DBFDataType.NUMERIC, new BigDecimal(number.toString()).toPlainString());
    }
    if (value instanceof Boolean truth) {
      return WorkbookCellText.truth(truth);
    }
    return value instanceof String text ? text.replace('\0', ' ').stripTrailing() : "";
  }

  @Override
  public void close() {
    records.close();
  }
}
