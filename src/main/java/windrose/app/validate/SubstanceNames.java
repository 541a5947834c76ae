package windrose.app.validate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.SubstanceTable;

/** Finds the substance that a reference file means: by name, synonym, CAS number or formula, in British or American spelling. */
final class SubstanceNames {
  private SubstanceNames() {}

  static Substance get(SubstanceTable table, String name) {
    String plain = name.strip().replace('_', ' ');
    String american = plain.toLowerCase(Locale.ROOT).replace("sulph", "sulf");
    for (String candidate : List.of(plain, american, "n-" + american, american.replace("-", ""))) {
      Optional<Substance> found = table.findByName(candidate).or(() -> table.findByCas(candidate));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return table.list().stream()
        .filter(each -> plain.equals(each.formula()))
        .findFirst()
        .orElseThrow(() -> new RowRefused("the substance '" + name + "' is not in the table"));
  }
}
