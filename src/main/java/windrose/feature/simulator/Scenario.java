package windrose.feature.simulator;

import java.util.List;
import windrose.feature.simulator.truth.Leak;

/** A drill (演练) that can be played on the demo park. */
public record Scenario(
    String id,
    String nameZh,
    String nameEn,
    String descriptionZh,
    String descriptionEn,
    Leak leak) {
  static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "chlorine-leak",
              "演练：液氯储罐泄漏",
              "Drill: liquid chlorine tank leak",
              "演练：液氯储罐 E01-TK-101 法兰垫片出现 5 毫米破口，氯气云团随风漂移，约 20 分钟后堵漏。",
              "Drill: a 5 mm hole in a flange gasket of chlorine tank E01-TK-101; the cloud drifts with the wind and the leak"
                  + " is stopped after about 20 minutes.",
              Leak.CHLORINE),
          new Scenario(
              "ammonia-leak",
              "演练：液氨球罐泄漏",
              "Drill: ammonia sphere leak",
              "演练：液氨球罐 E02-TK-201 底部出现 8 毫米破口，氨气扩散，约 20 分钟后关断。",
              "Drill: an 8 mm hole under ammonia sphere E02-TK-201; the gas spreads until the outlet is closed after about"
                  + " 20 minutes.",
              Leak.AMMONIA),
          new Scenario(
              "lpg-leak",
              "演练：液化石油气球罐泄漏",
              "Drill: LPG sphere leak",
              "演练：液化石油气球罐 E03-TK-101 排污阀出现 18 毫米泄漏，可燃气云随风扩散，约 15 分钟后关断。",
              "Drill: an 18 mm leak at the drain valve of LPG sphere E03-TK-101; a flammable cloud drifts with the wind for"
                  + " about 15 minutes.",
              Leak.LPG),
          new Scenario(
              "h2s-leak",
              "演练：变换净化单元硫化氢泄漏",
              "Drill: hydrogen sulfide leak in shift and purification",
              "演练：变换净化单元 E02-U07 酸性气管线出现 25 毫米破口，硫化氢泄漏约 15 分钟。",
              "Drill: a 25 mm hole in the acid gas line of unit E02-U07 lets hydrogen sulfide escape for about 15 minutes.",
              Leak.HYDROGEN_SULFIDE));
}
