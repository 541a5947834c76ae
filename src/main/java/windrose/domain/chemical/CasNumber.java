package windrose.domain.chemical;

/** The form of a CAS registry number: two to seven digits, two digits, and a check digit. */
public final class CasNumber {
  private CasNumber() {}

  /** Whether the text is one; a mistyped digit is caught by the check digit, which weighs the digits from the right. */
  public static boolean isValid(String text) {
    if (!text.matches("[1-9]\\d{1,6}-\\d\\d-\\d")) {
      return false;
    }
    String digits = text.replace("-", "");
    int last = digits.length() - 1;
    int sum = 0;
    for (int i = 0; i < last; i++) {
      sum += (last - i) * (digits.charAt(i) - '0');
    }
    return sum % 10 == digits.charAt(last) - '0';
  }
}
