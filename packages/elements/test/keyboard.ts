import { userEvent } from 'vitest/browser'
import { waitFor } from './story.ts'

/** The focused element, through every shadow root. */
export const focused = (): Element | null => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

/** The accessible name of the focused element: its label, its name or its text. */
export const focusedName = (): string => {
  const element = focused()
  if (!element) return ''
  const label =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
      ? element.labels?.[0]
      : null
  return (element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent).replace(/\s+/g, ' ').trim()
}

/** Presses Tab until the element has the focus, and fails when it cannot be reached. */
export const tabTo = async (name: string | RegExp, keys = '{Tab}'): Promise<void> => {
  const seen: string[] = []
  for (let presses = 0; presses < 60; presses++) {
    await userEvent.keyboard(keys)
    const now = focusedName()
    if (typeof name === 'string' ? now.includes(name) : name.test(now)) return
    seen.push(now)
  }
  throw new Error(`Tab never came to ${String(name)}; it came to: ${[...new Set(seen)].join(' | ')}`)
}

/** Moves the focus to a control and presses a key. */
export const pressKeyOn = async (name: string | RegExp, key = '{Enter}'): Promise<void> => {
  await tabTo(name)
  await userEvent.keyboard(key)
}

/** Waits until an element with this name has the focus. */
export const focusComesTo = (name: string | RegExp): Promise<true> =>
  waitFor(
    () => (typeof name === 'string' ? focusedName().includes(name) : name.test(focusedName())) && (true as const),
    `the focus on ${String(name)}`,
  )
