import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { findStories, hideStory, showStory } from './show-story.ts'
import { waitFor } from './story.ts'

/* A screen reader takes from the button whether the part is open (WCAG 2.2, 4.1.2). */

afterEach(hideStory)

const allButtons = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches('button, [role=combobox]') ? [element] : []),
    ...(element.shadowRoot ? allButtons(element.shadowRoot) : []),
  ])
const buttonNamed = (root: ParentNode, name: string): HTMLElement | undefined =>
  allButtons(root).find((button) => button.textContent.trim() === name)
const stateOf = (root: ParentNode, name: string): string | null | undefined =>
  buttonNamed(root, name)?.getAttribute('aria-expanded')

describe('a button that opens a part of the page says whether it is open', () => {
  test.each([
    ['audit-log', 'WhoSawIt', 'Question this', 'Question this'],
    ['lab-orders', 'OfPatient', 'Open', 'Close'],
    ['lab-orders', 'OfPatient', 'New order', 'New order'],
    ['lab-orders', 'Inbox', 'Compare', 'Compare'],
    ['prescription-pad', 'List', 'New prescription', 'New prescription'],
    ['prescription-pad', 'UsualMedications', 'Your favorites', 'Your favorites'],
    ['chart', 'Filled', 'Read', 'Close the note'],
    ['note-editor', 'Filled', 'History', 'History'],
    ['claim-desk', 'Ready', 'Change lines', 'Change lines'],
  ])('%s, %s: %s', async (file, name, closed, open) => {
    await page.viewport(1024, 900)
    const found = (await findStories(file)).find((each) => each.file === file && each.name === name)
    if (found === undefined) throw new Error(`There is no story ${file} ${name}`)
    const canvas = await showStory(found.story, 'light')
    await waitFor(() => buttonNamed(canvas, closed), `a button "${closed}"`)
    expect(stateOf(canvas, closed)).toBe('false')
    buttonNamed(canvas, closed)?.click()
    await expect.poll(() => stateOf(canvas, open), { timeout: 5_000 }).toBe('true')
  })
})
