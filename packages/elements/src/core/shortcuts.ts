import type { ReactiveController } from 'lit'
import { emit } from './emit.ts'
import type { Shortcut } from './shortcut-list.ts'
import type { VisitElement } from './visit-element.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-shortcuts-changed': CustomEvent<{ on: boolean }>
  }
}

/** Single keys can be turned off: WCAG 2.2, 2.1.4. For all elements of the page. */
let isOn = true
const holders = new Set<ShortcutKeys>()

export const areShortcutsOn = (): boolean => isOn

/** Turns the single keys of all elements on or off. */
export const useShortcuts = (on: boolean): void => {
  isOn = on
  for (const { host } of holders) host.requestUpdate()
}

const fields = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]'

/** The page's keys for an element's main actions. They wait while the person types in a field or a dialog is open. */
export class ShortcutKeys implements ReactiveController {
  readonly host: VisitElement
  readonly #list: () => readonly Shortcut[]

  /** @param list - The actions that are possible now. */
  constructor(host: VisitElement, list: () => readonly Shortcut[]) {
    this.host = host
    this.#list = list
  }

  hostConnected(): void {
    holders.add(this)
    document.addEventListener('keydown', this.#key)
  }

  hostDisconnected(): void {
    holders.delete(this)
    document.removeEventListener('keydown', this.#key)
  }

  get list(): readonly Shortcut[] {
    return this.host.getClientRects().length > 0 ? this.#list() : []
  }

  /** The attribute for a button; the letter is shown next to it. */
  attribute(key: string): string | null {
    return isOn ? key : null
  }

  #key = (event: KeyboardEvent): void => {
    const { key, repeat, ctrlKey, altKey, metaKey, defaultPrevented } = event
    if (repeat || ctrlKey || altKey || metaKey || defaultPrevented) return
    const path = event.composedPath()
    if (path.some((node) => node instanceof Element && (node.matches(fields) || node.matches('dialog[open]')))) return
    if (key === '?' && this === firstShown()) {
      event.preventDefault()
      void this.showList()
    }
    const pressed = isOn ? this.list.find((shortcut) => shortcut.key === key.toLowerCase()) : undefined
    if (!pressed) return
    event.preventDefault()
    pressed.run()
  }

  /** Lists the keys of all elements of the page. */
  async showList(): Promise<void> {
    const { shortcutList } = await import('./shortcut-list.ts')
    await shortcutList(
      this.host,
      [...holders].flatMap(({ list }) => list),
      {
        isOn,
        change: (on) => {
          useShortcuts(on)
          emit(this.host, 'visit-shortcuts-changed', { on })
        },
      },
    )
  }
}

const firstShown = (): ShortcutKeys | undefined => [...holders].find(({ list }) => list.length > 0)
