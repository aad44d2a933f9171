package dev.taizhang.publish.workbook;

import dev.taizhang.publish.edition.Shown;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;

/**
 * A chart of the spreadsheet program's own. It holds its numbers itself, for a program that draws
 * cells takes a text, such as the symbol of a withheld figure, for zero.
 */
final class NativeChart {

  private static final String NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  private static final double TITLE_SIZE = 12.0;

  /** The axis of points ends at a multiple of it. */
  private static final double STEP = 10;

  private static final int LONGEST_LABEL = 40;
  // Told apart also by those who see few colours (Okabe and Ito), and by their dashes.
  private static final String[] COLORS = {
    "0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00", "999999", "F0E442"
  };
  private static final PresetLineDash[] DASHES = {
    PresetLineDash.SOLID, PresetLineDash.DASH, PresetLineDash.DOT, PresetLineDash.DASH_DOT
  };

  /**
   * What is drawn in one colour.
   *
   * @param values null where there is nothing to draw
   */
  record Series(String name, List<Double> values) {}

  /**
   * How far the limits of a series are from its values: in cells, where some programs alone look
   * for them. A text there is a line of no length.
   *
   * @param up to the upper limits
   * @param down to the lower limits
   */
  record Distances(Cells up, Cells down) {}

  /** A column of numbers in the sheet of the chart; null for a cell without one. */
  record Cells(CellRangeAddress range, List<Double> numbers) {}

  private final XSSFSheet sheet;
  private final XSSFChart chart;

  /** Begins a chart over the cells between two corners. */
  NativeChart(Page page, String title, int left, int top, int right, int bottom) {
    sheet = page.sheet().getWorkbook().getXSSFWorkbook().getSheet(page.sheet().getSheetName());
    var drawing = sheet.createDrawingPatriarch();
    chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, left, top, right, bottom));
    chart.setTitleText(title);
    chart
        .getFormattedTitle()
        .getParagraphs()
        .forEach(line -> line.getTextRuns().forEach(run -> run.setFontSize(TITLE_SIZE)));
    chart.setTitleOverlay(false);
    chart.displayBlanksAs(DisplayBlanks.GAP);
  }

  /** A label with the symbol of its figure, where it has one. */
  static String label(String name, Shown figure) {
    String shortName =
        name.codePointCount(0, name.length()) > LONGEST_LABEL
            ? name.substring(0, name.offsetByCodePoints(0, LONGEST_LABEL)) + "…"
            : name;
    return figure.mark().map(mark -> shortName + " [" + mark.code() + "]").orElse(shortName);
  }

  /** A bar with its interval for each label, the first one on top. */
  void bars(List<String> labels, Series series, Distances intervals, boolean isShare) {
    XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
    categories.setOrientation(AxisOrientation.MAX_MIN);
    // Bars below zero must not run through the labels.
    categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
    XDDFValueAxis values = valueAxis(AxisPosition.BOTTOM, isShare);
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
    data.setBarDirection(BarDirection.BAR);
    data.setGapWidth(40);
    data.setVaryColors(false);
    addIntervals(addBars(data, labels, series, 0).getCTBarSer(), intervals);
    if (!isShare) {
      takeIn(values, series, intervals);
    }
    chart.plot(data);
    labelEveryBar();
  }

  /** Programs choose the ends of an axis by the bars alone, and would cut the intervals. */
  private static void takeIn(XDDFValueAxis axis, Series series, Distances intervals) {
    double least = 0;
    double most = 0;
    for (int bar = 0; bar < series.values().size(); bar++) {
      Double value = series.values().get(bar);
      if (value != null) {
        least = Math.min(least, value - orNone(intervals.down().numbers().get(bar)));
        most = Math.max(most, value + orNone(intervals.up().numbers().get(bar)));
      }
    }
    axis.setMinimum(Math.floor(least / STEP) * STEP);
    axis.setMaximum(Math.max(STEP, Math.ceil(most / STEP) * STEP));
  }

  private static double orNone(Double distance) {
    return distance == null ? 0 : distance;
  }

  /** The small schema of POI's does not know the type of this number. */
  private void labelEveryBar() {
    try (XmlCursor cursor = chart.getCTChart().getPlotArea().getCatAxArray(0).newCursor()) {
      if (!cursor.toChild(NAMESPACE, "noMultiLvlLbl")) {
        cursor.toEndToken();
      }
      cursor.beginElement("tickLblSkip", NAMESPACE);
      cursor.insertAttributeWithValue("val", "1");
    }
  }

  /** A bar for each label, of parts that add up to the whole. */
  void stacked(List<String> labels, List<Series> parts) {
    XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
    categories.setOrientation(AxisOrientation.MAX_MIN);
    XDDFValueAxis values = valueAxis(AxisPosition.BOTTOM, true);
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
    data.setBarDirection(BarDirection.BAR);
    data.setBarGrouping(BarGrouping.STACKED);
    data.setGapWidth(50);
    data.setVaryColors(false);
    for (int part = 0; part < parts.size(); part++) {
      addBars(data, labels, parts.get(part), part);
    }
    chart.plot(data);
    putPartsInOneLine();
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
  }

  /** The small schema of POI's does not know the type of this number. */
  private void putPartsInOneLine() {
    try (XmlCursor cursor = chart.getCTChart().getPlotArea().getBarChartArray(0).newCursor()) {
      cursor.toChild(NAMESPACE, "gapWidth");
      cursor.toNextSibling();
      cursor.beginElement("overlap", NAMESPACE);
      cursor.insertAttributeWithValue("val", "100");
    }
  }

  /** A line for each series; where it has no value, the line ends and begins anew. */
  void lines(List<String> labels, List<Series> lines) {
    XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis values = valueAxis(AxisPosition.LEFT, true);
    XDDFLineChartData data =
        (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, values);
    data.setVaryColors(false);
    for (int line = 0; line < lines.size(); line++) {
      Series series = lines.get(line);
      XDDFLineChartData.Series added =
          (XDDFLineChartData.Series) data.addSeries(categories(labels), numbers(series.values()));
      added.setTitle(series.name());
      added.setSmooth(false);
      // A single week between two gaps is no line: only its mark shows it.
      added.setMarkerStyle(MarkerStyle.CIRCLE);
      XDDFLineProperties look = new XDDFLineProperties(color(line));
      look.setWidth(1.75);
      look.setPresetDash(new XDDFPresetLineDash(DASHES[line % DASHES.length]));
      added.setLineProperties(look);
      colorMarks(added, color(line));
    }
    chart.plot(data);
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
  }

  private static void colorMarks(XDDFLineChartData.Series line, XDDFSolidFillProperties color) {
    XDDFShapeProperties shape = new XDDFShapeProperties();
    shape.setFillProperties(color);
    shape.setLineProperties(new XDDFLineProperties(color));
    line.getCTLineSer().getMarker().setSpPr(shape.getXmlObject());
  }

  private XDDFValueAxis valueAxis(AxisPosition position, boolean isShare) {
    XDDFValueAxis axis = chart.createValueAxis(position);
    axis.setCrossBetween(AxisCrossBetween.BETWEEN);
    if (position == AxisPosition.BOTTOM) {
      // Categories go down, and the axis stays below them.
      axis.setCrosses(AxisCrosses.MAX);
    }
    axis.setNumberFormat(isShare ? "0%" : "+0;-0;0");
    if (isShare) {
      axis.setMinimum(0);
      axis.setMaximum(1);
      axis.setMajorUnit(0.2);
    }
    XDDFLineProperties grid =
        new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.LIGHT_GRAY)));
    axis.getOrAddMajorGridProperties().setLineProperties(grid);
    return axis;
  }

  private static XDDFBarChartData.Series addBars(
      XDDFBarChartData data, List<String> labels, Series series, int color) {
    XDDFBarChartData.Series added =
        (XDDFBarChartData.Series) data.addSeries(categories(labels), numbers(series.values()));
    added.setTitle(series.name());
    added.setInvertIfNegative(false);
    XDDFShapeProperties shape = new XDDFShapeProperties();
    shape.setFillProperties(color(color));
    shape.setLineProperties(
        new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.WHITE))));
    added.setShapeProperties(shape);
    return added;
  }

  private void addIntervals(CTBarSer bars, Distances distances) {
    CTErrBars intervals = bars.addNewErrBars();
    intervals.addNewErrBarType().setVal(STErrBarType.BOTH);
    intervals.addNewErrValType().setVal(STErrValType.CUST);
    intervals.addNewNoEndCap().setVal(false);
    fill(intervals.addNewPlus().addNewNumRef(), distances.up());
    fill(intervals.addNewMinus().addNewNumRef(), distances.down());
    XDDFShapeProperties shape = new XDDFShapeProperties();
    shape.setLineProperties(
        new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.BLACK))));
    intervals.setSpPr(shape.getXmlObject());
  }

  private void fill(CTNumRef reference, Cells cells) {
    reference.setF(cells.range().formatAsString(sheet.getSheetName(), true));
    numbers(cells.numbers()).fillNumericalCache(reference.addNewNumCache());
  }

  private static XDDFSolidFillProperties color(int number) {
    String hex = COLORS[number % COLORS.length];
    byte[] rgb = new byte[3];
    for (int part = 0; part < rgb.length; part++) {
      rgb[part] = (byte) Integer.parseInt(hex.substring(2 * part, 2 * part + 2), 16);
    }
    return new XDDFSolidFillProperties(XDDFColor.from(rgb));
  }

  private static XDDFCategoryDataSource categories(List<String> labels) {
    return XDDFDataSourcesFactory.fromArray(labels.toArray(String[]::new));
  }

  private static XDDFNumericalDataSource<Double> numbers(List<Double> values) {
    return XDDFDataSourcesFactory.fromArray(values.toArray(Double[]::new));
  }
}
