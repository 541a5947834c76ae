/** Placeholder so that the first commits build; the web part replaces it. */
public final class WebBuild {
  public static void main(String[] args) {}
}
