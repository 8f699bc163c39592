import { afterEach, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { unmount } from './mount.ts'
import { findStories, showStory } from './show-story.ts'

/* iPhones zoom in on a field with text below 16 px, and stay there. The page of a host may use smaller text. */

const emulateTouch = (enabled: boolean) =>
  (cdp() as unknown as { send(method: string, given: object): Promise<unknown> }).send(
    'Emulation.setTouchEmulationEnabled',
    { enabled },
  )

afterEach(async () => {
  await emulateTouch(false)
  document.documentElement.style.removeProperty('--visit-rem')
  unmount()
})

const fieldsIn = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('input:not([type=radio], [type=checkbox], [type=range]), select, textarea'),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? fieldsIn(shadowRoot) : [])),
]

/** One for each kind of form: of patients, dense ones of staff, a search, and the messages of the room. */
test.each([
  ['consent-dialog', 'InThePage'],
  ['claim-desk', 'Appeal'],
  ['disclosures', 'Recording'],
  ['audit-log', 'WhoSawIt'],
  ['video-room', 'Messages'],
])('every field of %s, %s, has text of 16 px or more', async (file, name) => {
  await page.viewport(390, 800)
  await emulateTouch(true)
  expect(matchMedia('(pointer: coarse)').matches).toBe(true)
  document.documentElement.style.setProperty('--visit-rem', '14px')
  const story = (await findStories(file)).find((each) => each.name === name)
  if (!story) throw new Error(`There is no story ${file}, ${name}`)
  const canvas = await showStory(story.story, 'narrow')
  const sizes = fieldsIn(canvas).map((field) => Number.parseFloat(getComputedStyle(field).fontSize))
  expect(sizes.length).toBeGreaterThan(0)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
})
