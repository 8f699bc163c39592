import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'
import { drawnAt } from './drawn-at.ts'
import { focused, focusedName } from './keyboard.ts'

/** The part of a control that a person sees: the label of a radio button that is itself hidden. */
const seen = (control: Element): Element => control.closest('label') ?? control

/** How many of the control's corners and its center are in the window and not covered. */
const pointsInSight = (control: Element): number => {
  const { left, right, top, bottom } = control.getBoundingClientRect()
  const [inset, middleX, middleY] = [4, (left + right) / 2, (top + bottom) / 2]
  const points = [
    [middleX, middleY],
    [left + inset, top + inset],
    [right - inset, top + inset],
    [left + inset, bottom - inset],
    [right - inset, bottom - inset],
  ] as const
  return points.filter(([x, y]) => {
    const found = drawnAt(x, y)
    return found !== null && (control.contains(found) || found.contains(control))
  }).length
}

/**
 * Presses Tab from the top of the page to the control with this name, and expects that each control on the way is in sight while it has the
 * focus, as WCAG 2.2, 2.4.11 demands. The way back is checked too.
 *
 * @returns The names of the controls.
 */
export const tabInSightTo = async (last: string): Promise<readonly string[]> => {
  // The order of Tab begins at the last focus, also when it is lost.
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
  window.scrollTo(0, 0)
  const names: string[] = []
  const step = async (keys: string): Promise<void> => {
    await userEvent.keyboard(keys)
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const control = focused()
    if (!control || control === document.body) throw new Error(`Tab left the page after: ${names.join(' | ')}`)
    names.push(focusedName())
    expect([focusedName(), pointsInSight(seen(control))]).toEqual([focusedName(), 5])
  }
  for (let presses = 0; presses < 80 && !names.at(-1)?.includes(last); presses++) await step('{Tab}')
  expect(names.at(-1)).toContain(last)
  const there = names.length
  for (let presses = 1; presses < there; presses++) await step('{Shift>}{Tab}{/Shift}')
  return names.slice(0, there)
}
