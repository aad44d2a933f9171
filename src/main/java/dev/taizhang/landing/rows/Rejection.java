package dev.taizhang.landing.rows;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.List;

/**
 * Why a whole file is not taken in.
 *
 * @param code identifies the reason, {@code snake_case}
 * @param reason what is wrong, why and what to do, in Chinese and English; without personal data
 */
public record Rejection(String code, String reason) implements Serializable {

  /** The code of a file that could not be read, for which its bytes are not to blame. */
  public static final String READ_FAULT = "read_fault";

  /** The code of a file that memory ran out over. */
  static final String OUT_OF_MEMORY = "out_of_memory";

  /** The code of a file whose date cannot be right, by the clock or by the cohorts in it. */
  public static final String IMPLAUSIBLE_DATE = "implausible_date";

  /** Whether a reason is one of the machine and not of the bytes, so that it may be gone by now. */
  public static boolean isOfTheMachine(String code) {
    return code.equals(READ_FAULT) || code.equals(OUT_OF_MEMORY);
  }

  public static Rejection badName(String why) {
    return new Rejection(
        "bad_name",
        ("文件名不符合规则：%s 请命名为“院校代码_年月日[_p1][_说明].csv”，例如 10001_20250608.csv。 / "
                + "Bad file name: %s Name it <code>_<yyyymmdd>[_pN][_anything].csv, such as "
                + "10001_20250608.csv.")
            .formatted(why, why));
  }

  /**
   * Text sticks to a part mark.
   *
   * @param beginning of the name, code and date
   * @param part number of the part that is most likely meant
   * @param extension of the name
   */
  public static Rejection badPart(String beginning, String part, String extension) {
    String bare = "%s_p%s.%s".formatted(beginning, part, extension);
    String withRemark = "%s_p%s_更正.%s".formatted(beginning, part, extension);
    return new Rejection(
        "bad_name",
        ("文件名不符合规则：部分号（_p1、_p2……）不带前导零，其后只能是“_”或扩展名。请命名为 %s；需要说明时写在“_”之后，例如 %s。 / Bad file name: a"
                + " part mark (_p1, _p2, …) has no leading zero, and only _ or the extension may"
                + " follow it. Name it %s; put a remark after a _, as in %s.")
            .formatted(bare, withRemark, bare, withRemark));
  }

  public static Rejection unsupportedFormat(String extension) {
    return new Rejection(
        "unsupported_format",
        ("本版本尚不能读取 .%s 文件，请另存为 CSV。 / This release does not read .%s files yet; save the file as"
                + " CSV. It is tried again after an upgrade.")
            .formatted(extension, extension));
  }

  public static Rejection passwordProtected() {
    return new Rejection(
        "password_protected",
        "文件设有打开密码，请取消密码后重新报送。 / The file is protected by a password; remove the password and send"
            + " the file again.");
  }

  public static Rejection notAWorkbook() {
    return new Rejection(
        "not_a_workbook",
        "文件是压缩包或其他文档，里面没有 Excel 工作簿，请直接报送 .xlsx、.xls、.et 或 CSV 文件。 / The file is an archive or"
            + " another document and contains no workbook; send the .xlsx, .xls, .et or CSV file"
            + " itself.");
  }

  public static Rejection empty() {
    return new Rejection(
        "empty_file", "文件为空，请检查导出后重新报送。 / The file is empty; check the export and send it again.");
  }

  public static Rejection noHeader() {
    return new Rejection(
        "no_header",
        "前 20 行没有可识别的表头，请保留表头行（学号、毕业年份、毕业去向等）。 / None of the first 20 rows is a recognised header;"
            + " keep the header row (学号, 毕业年份, 毕业去向 and so on).");
  }

  public static Rejection noTable() {
    return new Rejection(
        "no_header",
        "文件是网页，里面没有台账表格（可能是登录页或出错页），请重新导出台账后报送。 / The file is a web page without a ledger table,"
            + " perhaps a login or error page; export the ledger again and send that.");
  }

  public static Rejection webArchive() {
    return new Rejection(
        "unsupported_format",
        "文件是单个文件网页（.mht），请用 Excel 或 WPS 打开后另存为 .xlsx 再报送。 / The file is a web archive (.mht); open"
            + " it in a spreadsheet program, save it as .xlsx and send that.");
  }

  public static Rejection framedPage() {
    return new Rejection(
        "unsupported_format",
        "文件是框架网页，台账在另外的文件里（名称类似的文件夹中），请用 Excel 或 WPS 打开后另存为 .xlsx 再报送。 / The file is a web page"
            + " with frames, and the ledger is in another file (in the folder with a similar name);"
            + " open it in a spreadsheet program, save it as .xlsx and send that.");
  }

  public static Rejection missingColumns(String missing, String unknown) {
    return new Rejection(
        "missing_column",
        ("缺少必需的列：%s。未识别的表头：%s。请更正表头，或在 column_aliases.csv 中加入别名。 / Required columns are missing:"
                + " %s. Unrecognised headers: %s. Correct the header, or add an alias to"
                + " column_aliases.csv in your --reference folder.")
            .formatted(missing, unknown, missing, unknown));
  }

  static Rejection ambiguousColumn(String column) {
    return new Rejection(
        "ambiguous_column",
        ("有两列都是“%s”且内容不同，无法判断以哪列为准，请只保留一列。 / Two columns are both %s but have different contents;"
                + " keep the right one.")
            .formatted(column, column));
  }

  public static Rejection tooLarge(long bytes, long limit) {
    return new Rejection(
        "file_too_large",
        ("文件有 %d 字节，超过上限 %d，请分部分报送（_p1、_p2）。 / The file has %d bytes, more than the limit of %d;"
                + " send it in parts (_p1, _p2).")
            .formatted(bytes, limit, bytes, limit));
  }

  public static Rejection workbookTooLarge(long bytes, long limit) {
    return new Rejection(
        "workbook_too_large",
        ("工作簿解压后有 %d 字节，超过上限 %d，请分部分报送（_p1、_p2）。 / The workbook unpacks to %d bytes, more than the"
                + " limit of %d; send it in parts (_p1, _p2).")
            .formatted(bytes, limit, bytes, limit));
  }

  public static Rejection compressedTooMuch(int limit) {
    return new Rejection(
        "compressed_too_much",
        ("工作簿解压后超过其大小的 %d 倍，不像正常的台账，请检查后另存为新文件重新报送。 / The workbook unpacks to more than %d times"
                + " its size, which is not normal for a ledger; check it, save it as a new file and"
                + " send that.")
            .formatted(limit, limit));
  }

  public static Rejection cellTooLong(long row, int limit) {
    return new Rejection(
        "cell_too_long",
        ("第 %d 行有单元格超过 %d 个字符，多半是引号未闭合。 / A cell in row %d has more than %d characters, most likely"
                + " because a quotation mark is not closed.")
            .formatted(row, limit, row, limit));
  }

  public static Rejection workbookCellTooLong(long row, int limit) {
    return new Rejection(
        "cell_too_long",
        ("第 %d 行有单元格超过 %d 个字符，台账中没有这样长的内容，请更正后重新报送。 / A cell in row %d has more than %d characters,"
                + " which nothing in a ledger needs; correct it and send the file again.")
            .formatted(row, limit, row, limit));
  }

  public static Rejection textsTooLarge(int limit) {
    return new Rejection(
        "workbook_too_large",
        ("工作簿的文本合计超过 %d 个字符，请分部分报送（_p1、_p2）。 / The texts of the workbook have more than %d"
                + " characters in total; send it in parts (_p1, _p2).")
            .formatted(limit, limit));
  }

  public static Rejection tooManyMergedCells(int limit) {
    return new Rejection(
        "workbook_too_large",
        ("工作表有超过 %d 处跨行合并的单元格，请取消合并，或分部分报送（_p1、_p2）。 / A sheet has more than %d ranges of cells"
                + " merged across rows; unmerge them, or send the file in parts (_p1, _p2).")
            .formatted(limit, limit));
  }

  public static Rejection tooManyStyles(int limit) {
    return new Rejection(
        "workbook_too_large",
        ("工作簿有超过 %d 种单元格格式，请将内容以数值粘贴到新工作簿后重新报送。 / The workbook has more than %d cell styles; paste"
                + " its values into a new workbook and send that.")
            .formatted(limit, limit));
  }

  public static Rejection outOfMemory() {
    return new Rejection(
        OUT_OF_MEMORY,
        "读取该文件时内存不足；请分部分报送（_p1、_p2），或另存为 CSV 文件报送。 / Memory ran out while reading the file; send it"
            + " in parts (_p1, _p2), or save it as CSV.");
  }

  public static Rejection hiddenLedger(List<Integer> positions) {
    String numbers =
        positions.stream().map(position -> Integer.toString(position)).collect(joining(", "));
    return new Rejection(
        "hidden_ledger",
        ("可见的工作表中没有台账（或缺少必需的列），台账在隐藏的工作表里（工作簿的第 %s 张），隐藏的工作表不读取；请取消隐藏，或把台账放到可见的工作表后重新报送。 / No"
                + " visible sheet is a ledger with all required columns; the ledger is on a hidden"
                + " sheet, at position %s of the workbook, and hidden sheets are not read. Unhide"
                + " it, or put the ledger on a visible sheet, and send the file again.")
            .formatted(numbers, numbers));
  }

  public static Rejection damagedArchive() {
    return new Rejection(
        "damaged_archive",
        "工作簿不完整或已损坏（多半是传输中断），请重新报送。 / The workbook is truncated or damaged, most likely in"
            + " transfer; send it again.");
  }

  public static Rejection damagedTable() {
    return new Rejection(
        "damaged_archive",
        "dbf 文件不完整或已损坏（多半是传输中断），请重新导出后报送。 / The dBase file is truncated or damaged, most likely in"
            + " transfer; export it and send it again.");
  }

  public static Rejection unsafeContent(String what) {
    return new Rejection(
        "unsafe_content",
        ("工作簿含有不安全的内容：%s。请用表格软件另存为新文件后重新报送。 / The workbook contains unsafe content: %s. Save it as"
                + " a new file in a spreadsheet program and send that.")
            .formatted(what, what));
  }

  public static Rejection olderWorkbook() {
    return new Rejection(
        "unsupported_format",
        "文件是 Excel 97 以前的工作簿，请另存为 .xlsx 或 CSV 文件。 / The file is a workbook from before Excel 97;"
            + " save it as .xlsx or CSV.");
  }

  public static Rejection undecodableText(long zeros) {
    return new Rejection(
        "undecodable_text",
        ("文本中有 %d 个空字符（NUL），多半是没有 BOM 的 UTF-16，请另存为 UTF-8 CSV。 / The text has %d NUL characters,"
                + " most likely because it is UTF-16 without a BOM; save it as CSV in UTF-8.")
            .formatted(zeros, zeros));
  }

  public static Rejection unclosedQuote(long row) {
    return new Rejection(
        "unclosed_quote",
        ("第 %d 行的引号未闭合，其后的行被并入同一单元格；请补上引号后重新报送。 / A quotation mark in row %d is not closed, so the"
                + " rows after it run into one cell; close it and send the file again.")
            .formatted(row, row));
  }

  public static Rejection tooManyColumns(int limit) {
    return new Rejection(
        "too_many_columns", "列数超过 %d。 / There are more than %d columns.".formatted(limit, limit));
  }

  public static Rejection unreadable(String what) {
    return new Rejection(
        "unreadable",
        "文件无法读取：%s。请检查后重新报送。 / The file cannot be read: %s. Check it and send it again."
            .formatted(what, what));
  }

  /** The file could not be read just now, whatever its bytes are; every run tries again. */
  public static Rejection readFault(String what) {
    return new Rejection(
        READ_FAULT,
        ("文件此刻无法读取（%s）：请检查文件权限、网络和磁盘。每次运行都会重试。 / The file could not be read just now (%s): check"
                + " its permissions, the network and the disk. Every run tries again.")
            .formatted(what, what));
  }

  /** The snapshot date cannot be right. */
  public static Rejection implausibleDate(String why) {
    return new Rejection(
        IMPLAUSIBLE_DATE,
        "文件名中的日期不可信：%s。请更正文件名。 / The date in the file name is implausible: %s. Correct the name."
            .formatted(why, why));
  }
}
