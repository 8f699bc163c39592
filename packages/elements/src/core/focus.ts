import type { ReactiveControllerHost } from 'lit'

/**
 * Moves the focus to a part of the element once it is drawn: to the heading of a new step (give it `tabindex="-1"`), or to what
 * needs attention. Call it only after something the person did, never on load.
 */
export const moveFocus = async (host: ReactiveControllerHost & HTMLElement, selector: string): Promise<void> => {
  await host.updateComplete
  host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus()
}
