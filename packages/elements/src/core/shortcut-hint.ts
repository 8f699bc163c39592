import { html, nothing, type TemplateResult } from 'lit'
import { areShortcutsOn } from './shortcuts.ts'

/** The letter next to a button. The button has the same letter as `aria-keyshortcuts`. */
export const shortcutHint = (key: string): TemplateResult | typeof nothing =>
  areShortcutsOn() ? html`<kbd aria-hidden="true">${key.toUpperCase()}</kbd>` : nothing
