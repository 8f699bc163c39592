import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { waitFor } from '../../test/story.ts'
import { field, show } from '../../test/write-note.ts'
import { readTime } from './vital-times.ts'

/* When a value was measured, if that was not at the visit. */

afterEach(unmount)

const typeTime = async (typed: string): Promise<void> => {
  const time = field('[id="vital-time-8867-4"]')
  if (!time) throw new Error('There is no field for the time.')
  time.value = typed
  time.dispatchEvent(new Event('change'))
  await settled()
}

test('a time is read on the clock of the zone, and none of the future', () => {
  const now = new Date('2026-11-25T15:30:00Z')
  expect(readTime('2026-11-20T07:00', 'America/New_York', now)).toBe('2026-11-20T12:00:00.000Z')
  expect(readTime('2026-07-20T07:00', 'America/New_York', now)).toBe('2026-07-20T11:00:00.000Z')
  expect(readTime('2026-11-25T10:30', 'America/New_York', now)).toBe('2026-11-25T15:30:00.000Z')
  expect(readTime('2026-11-25T10:31', 'America/New_York', now)).toBeNull()
  expect(readTime('', 'America/New_York', now)).toBeNull()
})

test('a value that was measured at home is saved with its time, until its field is emptied', async () => {
  const { stored } = await show()
  const timeOf = async (): Promise<string | undefined> => (await stored()).vitals[0]?.measuredAt
  const valueOf = async (): Promise<number | undefined> => (await stored()).vitals[0]?.value
  expect(pageText()).not.toContain('Measured at another time')
  await tabTo('Heart rate')
  await userEvent.keyboard('72{Tab}')
  await pressKeyOn('Measured at another time')
  await typeTime('2026-11-20T07:00')
  await waitFor(() => pageText().includes('Measured at another time: Heart rate'), 'the name of the value')
  await expect.poll(timeOf, { timeout: 20_000 }).toMatch(/^2026-11-(19|20|21)T/)
  const before = await timeOf()
  // The first digit alone is no plausible value, and takes the measurement out of the draft.
  await tabTo(/^Heart rate$/, '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard('80{Tab}')
  await expect.poll(valueOf, { timeout: 20_000 }).toBe(80)
  expect(await timeOf()).toBe(before)
  await tabTo(/^Heart rate$/, '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard('{Backspace}75{Tab}')
  await expect.poll(valueOf, { timeout: 20_000 }).toBe(75)
  expect(await timeOf()).toBeUndefined()
})

test('a time of the future is reported, not stored, and missing for the signature', async () => {
  const { stored } = await show()
  await tabTo('Heart rate')
  await userEvent.keyboard('72{Tab}')
  await pressKeyOn('Measured at another time')
  await typeTime('2999-01-01T07:00')
  expect(pageText()).toContain('Enter a date and time that are not in the future.')
  expect(field('[id="vital-time-8867-4"]')?.value).toBe('2999-01-01T07:00')
  expect(field('#missing')?.textContent).toContain('Heart rate')
  await expect.poll(async () => (await stored()).vitals.length, { timeout: 20_000 }).toBe(1)
  expect((await stored()).vitals[0]?.measuredAt).toBeUndefined()
  await typeTime('')
  expect(pageText()).not.toContain('Enter a date and time that are not in the future.')
  expect(field('#missing')?.textContent).not.toContain('Heart rate')
})
