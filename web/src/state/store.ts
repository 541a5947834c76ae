/** What this browser remembers for us; it may forbid that, and then things last as long as the page. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`windrose.${key}`);
  } catch {
    return null;
  }
}

/** False when the browser would not keep it. */
export function remember(key: string, value: string): boolean {
  try {
    localStorage.setItem(`windrose.${key}`, value);
    return true;
  } catch {
    return false;
  }
}
