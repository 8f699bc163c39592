import { expect, test } from 'vitest'
import { problem } from '@visitkit/sdk/testing'
import { asDesk } from '../../../test/clinic-world.ts'
import {
  addVisitAt,
  allInside,
  called,
  fullWorld,
  showSchedule,
  textOf,
  TODAY,
  until,
} from '../../../test/schedule-page.ts'
import { press, waitFor } from '../../../test/story.ts'
import { useStatedClock } from '../../../test/use-stated-clock.ts'
import { downtimePage } from './downtime-page.ts'

useStatedClock()

const open = async (more = {}) => {
  const world = fullWorld()
  addVisitAt(world, TODAY, '14:00', 7, { reason: 'A cough since Sunday' })
  const client = await showSchedule(world, { ...asDesk(world), ...more })
  await waitFor(() => allInside('[part="tools"] button').some((one) => /system is down/.test(textOf(one))), 'the way')
  await press(document.body, /If the system is down/)
  return client
}
const rows = () => allInside('[part="downtime"] tbody tr').map(textOf)

test('the front desk sees today and tomorrow, and saves the same as a page to print', async () => {
  const saved: Blob[] = []
  const { createObjectURL } = URL
  URL.createObjectURL = (blob) => {
    saved.push(blob as Blob)
    return createObjectURL.call(URL, blob)
  }
  try {
    const client = await open()
    await waitFor(() => rows().length > 9, 'both days')
    expect(called(client, 'exportDowntimeList')).toHaveLength(1)
    const cough = rows().find((row) => row.includes('A cough since Sunday'))
    for (const part of ['2:00 PM', 'June 15, 1984', '+16145550142', 'Dr.']) expect(cough).toContain(part)
    await press(document.body, /Save as a page/)
    await until('The page is saved')
    const page = await saved[0]!.text()
    expect(page.match(/<tr><td>/g)).toHaveLength(rows().length)
    for (const part of ['A cough since Sunday', 'June 15, 1984', 'Came, left, notes']) expect(page).toContain(part)
    expect(page).not.toMatch(/<script|src=|href=/)
  } finally {
    URL.createObjectURL = createObjectURL
  }
})

test('a name never becomes markup on the page', () => {
  const texts = { heading: 'H', text: 'T', notes: 'N', none: '-' }
  const page = downtimePage(texts, [{ title: 'D', heads: ['A'], rows: [['<img src=x>&"']] }], {
    language: 'en',
    direction: 'ltr',
  })
  expect(page).toContain('&lt;img src=x&gt;&amp;&quot;')
})

test('a list that cannot be recorded is not shown, and can be read again', async () => {
  let fails = true
  const world = fullWorld()
  const handlers = world.handlersFor('practitioner')
  await open({
    exportDowntimeList: (input: never) => {
      if (fails) throw problem(503, 'audit_unavailable')
      return handlers.exportDowntimeList!(input)
    },
  })
  await waitFor(() => allInside('[role="alert"]').length > 0, 'the problem')
  expect(rows()).toEqual([])
  fails = false
  await press(document.body, /Try again/)
  await waitFor(() => rows().length > 0, 'the list')
})
