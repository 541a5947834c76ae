package windrose.app.validate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as one page without any other file: goals, figures, scatter plots, refusals, parameters. */
final class HtmlReport {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1c2733;--soft:#52606d;--line:#d5dce2;--paper:#fbfcfd;--panel:#fff;--bad:#c2410c;--good:#15803d}
      @media(prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#9aa7b3;--line:#33404b;--paper:#11181f;--panel:#18222b;--bad:#fb923c;--good:#4ade80}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 system-ui,"Noto Sans CJK SC",sans-serif}
      main{max-width:76rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
      h1{font-size:1.7rem;margin:0 0 .25rem}
      h2{font-size:1.2rem;margin:2.5rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
      p{max-width:60rem;color:var(--soft);margin:.35rem 0}
      table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;background:var(--panel)}
      .scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0}
      th,td{padding:.4rem .7rem;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
      th{font-weight:600;color:var(--soft);font-size:.85rem}
      td:first-child,th:first-child,td.text,th.text{text-align:left}
      td.text{white-space:normal}
      tr:last-child td{border-bottom:0}
      tr.sum td{font-weight:600}
      .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem;margin:1rem 0}
      .plots svg{width:100%;max-width:34rem;height:auto;border:1px solid var(--line);border-radius:.5rem;display:block}
      .met::before{content:"✓ ";color:var(--good)}
      .missed::before{content:"✗ ";color:var(--bad)}
      .missed{color:var(--bad)}
      """;

  private final StringBuilder out = new StringBuilder();

  private HtmlReport() {}

  static String write(List<Prediction> predictions) {
    HtmlReport report = new HtmlReport();
    report.page(predictions);
    return report.out.toString();
  }

  private void page(List<Prediction> predictions) {
    add("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">");
    add("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
    add("<title>Windrose 风玫瑰 · 模型验证 Validation</title><style>" + STYLE + "</style><main>");
    add("<h1>风玫瑰 · 模型验证 <small>Windrose · Validation</small></h1>");
    add("<p>模型结果与他人的实测或计算结果逐行对照。被拒绝或无法读取的行仍计入分母，按“带外”处理。未对任何一行做过拟合。</p>");
    add(
        "<p>Every row of the reference files against our models. A refused or unreadable row stays in every denominator as outside its band. Nothing was fitted to any row.</p>");
    goals(predictions);
    Map<String, List<Prediction>> files = Groups.byFile(predictions);
    files.forEach(this::file);
    parameters();
    add("</main></html>");
  }

  private void goals(List<Prediction> predictions) {
    add("<h2>目标 Goals</h2>");
    Goals.check(predictions)
        .forEach(
            goal ->
                add(
                    "<p class=\"%s\">%s: <b>%s</b></p>"
                        .formatted(
                            goal.met() ? "met" : "missed",
                            Html.escape(goal.chinese() + " " + goal.what()),
                            Html.escape(goal.measured()))));
  }

  private void file(String name, List<Prediction> rows) {
    add("<h2>" + Html.escape(name) + "</h2>");
    add(
        "<div class=\"scroll\"><table><tr><th>类别 category<th>行数 n<th>拒绝 refused<th>带内 in band<th>FAC2<th>MG<th>VG<th>FB<th>NMSE</tr>");
    Groups.byCategory(rows)
        .forEach((category, group) -> figures(category, Statistics.of(group), ""));
    figures("合计 all", Statistics.of(rows), " class=\"sum\"");
    add("</table></div><div class=\"plots\">");
    add(ScatterPlot.svg(name, rows));
    add("</div>");
    outside(rows);
  }

  private void figures(String name, Statistics s, String attribute) {
    add(
        "<tr%s><td>%s<td>%d<td>%d<td>%s %%<td>%s<td>%s<td>%s<td>%s<td>%s</tr>"
            .formatted(
                attribute,
                Html.escape(name),
                s.rows(),
                s.refused(),
                String.format(Locale.ROOT, "%.1f", 100 * s.inBandShare()),
                String.format(Locale.ROOT, "%.3f", s.factorTwo()),
                Statistics.text(s.geometricMean()),
                Statistics.text(s.geometricVariance()),
                Statistics.text(s.fractionalBias()),
                Statistics.text(s.normalisedSquareError())));
  }

  private void outside(List<Prediction> rows) {
    List<Prediction> outside = rows.stream().filter(row -> !row.inBand()).toList();
    if (outside.isEmpty()) {
      add("<p>全部在带内。 Every row is inside its band.</p>");
      return;
    }
    add(
        "<p>带外的行 Rows outside their band:</p><div class=\"scroll\"><table><tr><th>行 row<th class=\"text\">算例 case<th class=\"text\">量 quantity<th>级别 level<th>参考 expected<th>本引擎 predicted<th>比 ratio<th class=\"text\">说明 note</tr>");
    for (Prediction row : outside) {
      add(
          "<tr><td>%d<td class=\"text\">%s<td class=\"text\">%s<td>%s<td>%s<td>%s<td>%s<td class=\"text\">%s</tr>"
              .formatted(
                  row.row(),
                  Html.escape(row.caseName()),
                  Html.escape(row.quantity()),
                  Html.escape(row.level()),
                  Html.escape(row.expected()),
                  Html.escape(row.predicted()),
                  Statistics.text(row.ratio()),
                  Html.escape(row.note())));
    }
    add("</table></div>");
  }

  private void parameters() {
    add(
        "<h2>参数与出处 Parameters and their sources</h2><div class=\"scroll\"><table><tr><th>模型 model<th class=\"text\">值 value<th class=\"text\">出处 source</tr>");
    for (Parameters.Parameter each : Parameters.list()) {
      add(
          "<tr><td>%s<td class=\"text\">%s<td class=\"text\">%s</tr>"
              .formatted(
                  Html.escape(each.model()),
                  Html.escape(each.value()),
                  Html.escape(each.source())));
    }
    add(
        "</table></div><p>MG &gt; 1 与 FB &gt; 0 表示偏低。MG above 1 and FB above 0 mean that we predict too little (Chang &amp; Hanna 2004).</p>");
  }

  private void add(String text) {
    out.append(text).append('\n');
  }
}
