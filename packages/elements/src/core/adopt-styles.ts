import type { CSSResult } from 'lit'
import type { VisitElement } from './visit-element.ts'

/** Adds the style sheets of a part that is loaded later, each once. */
export const adoptStyles = ({ renderRoot }: VisitElement, styles: readonly CSSResult[]): void => {
  if (!(renderRoot instanceof ShadowRoot)) return
  const known = renderRoot.adoptedStyleSheets
  const sheets = styles.flatMap(({ styleSheet }) => (styleSheet && !known.includes(styleSheet) ? [styleSheet] : []))
  renderRoot.adoptedStyleSheets = [...known, ...sheets]
}
