/** A value of the token file as it holds where `element` stands; a canvas can't read CSS variables by itself. */
export function tokenAt(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}
