import { afterEach, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { findStories, showStory } from './show-story.ts'
import { unmount } from './mount.ts'
import { deepQuery } from './story.ts'

/* Phones without buttons have a bar at the lower edge. A page that covers the whole screen (`viewport-fit=cover`) keeps clear of it. */

const setInsets = (bottom: number) =>
  (cdp() as unknown as { send(method: string, given: object): Promise<unknown> }).send(
    'Emulation.setSafeAreaInsetsOverride',
    { insets: { bottom } },
  )

afterEach(async () => {
  await setInsets(0)
  unmount()
})

test('the buttons of a dialog are above the bar of a phone', async () => {
  await page.viewport(390, 800)
  const [dialog] = (await findStories('consent-dialog')).filter(({ name }) => name === 'Dialog')
  if (!dialog) throw new Error('There is no story of the dialog')
  await showStory(dialog.story, 'narrow')
  const below = (): number =>
    Number.parseFloat(getComputedStyle(deepQuery(document.body, 'dialog .foot')!).paddingBottom)
  expect(below()).toBeLessThan(34)
  await setInsets(34)
  await expect.poll(below).toBe(34)
})
