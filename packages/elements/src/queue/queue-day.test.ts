import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/queue.ts'
import { everyHour } from './queue-day-part.ts'

afterEach(unmount)

const at = (time: string, patients: number) => ({
  from: `2026-11-25T${time}:00.000Z`,
  ...{ patients, medianMinutes: 4, longestMinutes: 9, waiting: 0 },
})
const day = (hours: ReturnType<typeof at>[]) => ({
  ...{ practitionerId: 'practitioner-jo', date: '2026-11-25', zone: 'America/New_York', hours },
})
const show = async (handlers: TestHandlers) => {
  const client = createSampleWorld({ stage: 'booked' }).client('practitioner', handlers)
  await mount(withProvider(client, html`<visit-queue></visit-queue>`))
  await settled()
  const asked = () => client.calls.filter(({ operationId }) => operationId === 'getQueueDay').length
  return { client, asked }
}

test('hours without a patient between the first and the last are there too', () => {
  expect(everyHour([at('14:00', 2), at('17:00', 1)]).map(({ patients }) => patients)).toEqual([2, 0, 0, 1])
  expect(everyHour([])).toEqual([])
})

test('the waits of the day are read when they are opened, and drawn with the same numbers as a table', async () => {
  let hours = [at('14:00', 2), at('16:00', 1)]
  const { client, asked } = await show({ getQueueDay: () => day(hours) })
  await waitFor(() => pageText().includes('Waits today, by hour'), 'the heading')
  expect(asked()).toBe(0)
  await press(document.body, 'Waits today, by hour')
  const plot = await waitFor(() => deepQuery(document.body, 'svg.bars'), 'the plot')
  expect(asked()).toBe(1)
  expect(plot.getAttribute('aria-label')).toBe('3 patients checked in today, by hour.')
  expect(plot.querySelectorAll('.part-of')).toHaveLength(3)
  const rows = [...(deepQuery(document.body, 'table.numbers tbody')?.querySelectorAll('tr') ?? [])]
  expect(rows.map((row) => row.cells[1]?.textContent)).toEqual(['2', '0', '1'])
  expect(rows[0]?.textContent).toContain('9:00')
  hours = [at('14:00', 2), at('16:00', 4)]
  client.emitLive({ type: 'queue.changed', ids: { practitionerId: 'practitioner-jo' } })
  await waitFor(
    () => deepQuery(document.body, 'svg.bars')?.getAttribute('aria-label')?.startsWith('6'),
    'the new number',
  )
})

test('a day without a patient says so, and a failure can be tried again', async () => {
  let isDown = true
  await show({
    getQueueDay: () => {
      if (isDown) throw new TypeError('Failed to fetch')
      return day([])
    },
  })
  await press(document.body, 'Waits today, by hour')
  await waitFor(() => pageText().includes('Try again'), 'the failure')
  isDown = false
  await press(document.body, 'Try again')
  await waitFor(() => pageText().includes('Nobody has checked in today.'), 'the answer')
})
