package dev.taizhang.landing.workbook;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A workbook of Excel 97: one stream of records in a container, first what belongs to the whole
 * workbook, then sheet after sheet. Only the records of cells and what they need are parsed.
 *
 * @see <a href="../../../../../../docs/adr/0011-xlsx-reader.md">ADR 0011</a>
 */
final class XlsFile implements WorkbookFile {

  private static final String STREAM = "Workbook";
  private static final String OLDER_STREAM = "Book";
  private static final int SKIPPED_AT_ONCE = 1 << 16;

  private final LocalCopy copy;
  private final POIFSFileSystem container;
  private final List<String> names = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();
  private final Set<Integer> hidden = new HashSet<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> cellFormats = new ArrayList<>();
  private KeptTexts strings;
  private boolean date1904;

  private XlsFile(LocalCopy copy, POIFSFileSystem container) {
    this.copy = copy;
    this.container = container;
  }

  /** Opens a workbook; the copy is closed with it. */
  static XlsFile open(LocalCopy copy, Limits limits) throws IOException {
    try {
      XlsFile file = new XlsFile(copy, new POIFSFileSystem(copy.file(), true));
      try {
        file.requireWorkbook();
        file.readGlobals(limits);
        return file;
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        file.container.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      throw stopped(e);
    }
  }

  /** What stops the reading: the reason found, or that the records make no sense. */
  static ReadingStopped stopped(Exception exception) {
    return exception instanceof ReadingStopped stopped
        ? stopped
        : new ReadingStopped(Rejection.damagedArchive());
  }

  private void requireWorkbook() {
    DirectoryNode root = container.getRoot();
    if (root.hasEntry(STREAM)) {
      return;
    }
    throw new ReadingStopped(
        root.hasEntry(OLDER_STREAM) ? Rejection.olderWorkbook() : Rejection.notAWorkbook());
  }

  private void readGlobals(Limits limits) throws IOException {
    try (InputStream stream = container.createDocumentInputStream(STREAM)) {
      RecordInputStream records = new RecordInputStream(stream);
      requireVersion(records);
      while (true) {
        nextRecord(records);
        switch (records.getSid()) {
          case FilePassRecord.sid -> throw new ReadingStopped(Rejection.passwordProtected());
          case BoundSheetRecord.sid -> {
            BoundSheetRecord sheet = new BoundSheetRecord(records);
            if (sheet.isHidden() || sheet.isVeryHidden()) {
              hidden.add(names.size());
            }
            names.add(sheet.getSheetname());
            positions.add(sheet.getPositionOfBof());
          }
          case FormatRecord.sid -> {
            FormatRecord format = new FormatRecord(records);
            formats.put(format.getIndexCode(), format.getFormatString());
          }
          case ExtendedFormatRecord.sid -> {
            cellFormats.add(new ExtendedFormatRecord(records).getFormatIndex() & 0xFFFF);
            XlsxFile.requireStyles(cellFormats.size());
          }
          case DateWindow1904Record.sid ->
              date1904 = new DateWindow1904Record(records).getWindowing() == 1;
          case SSTRecord.sid -> strings = XlsStrings.read(records, limits);
          case EOFRecord.sid -> {
            return;
          }
          default -> {
            // Fonts, windows, names and the like.
          }
        }
      }
    }
  }

  private static void requireVersion(RecordInputStream records) {
    nextRecord(records);
    if (records.getSid() != BOFRecord.sid
        || new BOFRecord(records).getVersion() != BOFRecord.VERSION) {
      throw new ReadingStopped(Rejection.olderWorkbook());
    }
  }

  /**
   * Goes to the next record, over what was not wanted of the one before.
   *
   * @throws ReadingStopped when the stream ends without having said so
   */
  static void nextRecord(RecordInputStream records) {
    if (records.remaining() > 0) {
      records.readRemainder();
    }
    if (!records.hasNextRecord()) {
      throw new ReadingStopped(Rejection.damagedArchive());
    }
    records.nextRecord();
  }

  @Override
  public List<String> sheetNames() {
    return names;
  }

  @Override
  public boolean isHidden(int index) {
    return hidden.contains(index);
  }

  @Override
  public boolean isFrom1904() {
    return date1904;
  }

  /** The records of merged cells stand behind those of the cells; all others are passed over. */
  @Override
  public MergedRanges merged(int index) throws IOException {
    MergedRanges merged = new MergedRanges();
    try (InputStream stream = streamOf(index)) {
      RecordInputStream records = new RecordInputStream(stream);
      int depth = 0;
      do {
        nextRecord(records);
        switch (records.getSid()) {
          case BOFRecord.sid -> depth++;
          case EOFRecord.sid -> depth--;
          case MergeCellsRecord.sid -> {
            if (depth == 1) {
              add(new MergeCellsRecord(records), merged);
            }
          }
          default -> {
            // Cells, heights and the like.
          }
        }
      } while (depth > 0);
      return merged;
    } catch (IOException | RuntimeException e) {
      throw stopped(e);
    }
  }

  private static void add(MergeCellsRecord record, MergedRanges merged) {
    for (int i = 0; i < record.getNumAreas(); i++) {
      CellRangeAddress area = record.getAreaAt(i);
      merged.add(area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn());
    }
  }

  @Override
  public SheetReader sheet(int index) throws IOException {
    try {
      return new XlsSheet(streamOf(index), strings, styles(), new WorkbookCellText(date1904));
    } catch (IOException | RuntimeException e) {
      throw stopped(e);
    }
  }

  /** The records from those of a sheet on. */
  private InputStream streamOf(int index) throws IOException {
    InputStream stream = container.createDocumentInputStream(STREAM);
    byte[] skipped = new byte[SKIPPED_AT_ONCE];
    for (int left = positions.get(index); left > 0; ) {
      int count = stream.read(skipped, 0, Math.min(left, skipped.length));
      if (count <= 0) {
        throw new ReadingStopped(Rejection.damagedArchive());
      }
      left -= count;
    }
    return stream;
  }

  /** The styles of cells, by their numbers. */
  private NumberStyle[] styles() {
    return cellFormats.stream()
        .map(id -> NumberStyle.of(id, formats.get(id)))
        .toArray(NumberStyle[]::new);
  }

  @Override
  public void close() throws IOException {
    try (copy) {
      container.close();
    }
  }
}
