import type { ReactiveControllerHost } from 'lit'

/**
 * Moves the focus to a part of the element after the next render: to the heading of a new step (set `tabindex="-1"`), or to a fault. Call
 * it only after an action of the person, never on load.
 */
export const moveFocus = async (host: ReactiveControllerHost & HTMLElement, selector: string): Promise<void> => {
  await host.updateComplete
  host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus()
}
