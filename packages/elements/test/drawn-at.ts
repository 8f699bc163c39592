/** What is drawn at a point, through every shadow root. */
export const drawnAt = (x: number, y: number): Element | null => {
  let found = document.elementFromPoint(x, y)
  for (let inside = found?.shadowRoot?.elementFromPoint(x, y); inside && inside !== found;) {
    found = inside
    inside = found.shadowRoot?.elementFromPoint(x, y)
  }
  return found
}
