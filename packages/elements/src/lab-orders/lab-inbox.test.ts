import { afterEach, describe, expect, test } from 'vitest'
import type { UnmatchedResult } from '@visitkit/sdk'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { show } from '../../test/show-lab-orders.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

describe('the inbox', () => {
  test('shows a critical value expanded, with its deadline, until a person acknowledges it', async () => {
    const { bodyOf } = await show({ inbox: true })
    const announced = recordAnnouncements(deepQuery(document.body, 'visit-lab-orders'))
    expect(pageText()).toMatch(/Robin Example.*To be acknowledged by .*: 35 minutes left/)
    await pressKeyOn('Acknowledge: I will act on it')
    await waitFor(() => pageText().includes('Acknowledged by Dr. Jo Sample'), 'the stopped clock')
    expect([bodyOf('acknowledgeCriticalValue'), announced]).toEqual([
      { version: 1 },
      ['Acknowledged. The timer has stopped.'],
    ])
  })

  test('assigns an unmatched result to an order only after a person compared and chose', async () => {
    const { client, bodyOf } = await show({ inbox: true })
    await pressKeyOn('Compare Hemoglobin A1c')
    await focusComesTo('Find the patient')
    await waitFor(() => /Our patient\s*: Robin Example/.test(pageText()), 'the patient')
    expect(pageText()).toMatch(/EXAMPLE, ROBYN , born February 29, 1948.*born February 29, 1984/)
    await press(document.body, 'Match to this order')
    expect(client.calls.some(({ operationId }) => operationId === 'matchResult')).toBe(false)
    await press(document.body, /^\s*Basic metabolic panel\s+Ordered/)
    await press(document.body, 'Match to this order')
    await waitFor(() => !pageText().includes('Results and answers to decide'), 'the end of it')
    expect(bodyOf('matchResult')).toEqual({ orderId: 'lab-order-bmp' })
  })

  test('says that unmatched results could not be read, and leaves them out only for who may not match', async () => {
    await show({ inbox: true, more: { listUnmatchedResults: () => problem(503, 'vendor_unavailable') } })
    expect(pageText()).toContain('Try again')
    unmount()
    await show({ inbox: true, more: { listUnmatchedResults: () => problem(403, 'forbidden') } })
    expect(pageText()).not.toContain('Try again')
    expect(pageText()).toMatch(/Robin Example.*To be acknowledged/)
  })

  test('shows what the laboratory sent only when it is asked for', async () => {
    const { client } = await show({ inbox: true })
    await pressKeyOn('Compare Hemoglobin A1c')
    await focusComesTo('Find the patient')
    expect(client.calls.some(({ operationId }) => operationId === 'listUnmatchedMessages')).toBe(false)
    await pressKeyOn('Show the message')
    await focusComesTo('The message as it came')
    expect(deepQuery(document.body, 'pre')?.textContent).toMatch(/^MSH\|.*\nPID\|1\|\|\|\|ROBYN\^EXAMPLE,\n/)
    await pressKeyOn('Compare Hemoglobin A1c')
    await pressKeyOn('Compare Hemoglobin A1c')
    expect(deepQuery(document.body, 'pre')).toBeNull()
  })

  test('shows the deadline to acknowledge an unmatched critical value', async () => {
    const { listUnmatchedResults } = createSampleWorld().handlersFor('practitioner')
    const minutesFromNow = (count: number): string => new Date(Date.now() + count * 60_000).toISOString()
    await show({
      inbox: true,
      more: {
        listUnmatchedResults: async (input) => {
          const page = (await listUnmatchedResults?.(input)) as { items: UnmatchedResult[]; nextCursor: null }
          const critical = { raisedAt: minutesFromNow(-10), dueAt: minutesFromNow(19.5), notified: [] }
          return { ...page, items: page.items.map((one) => ({ ...one, critical })) }
        },
      },
    })
    expect(pageText()).toMatch(/Hemoglobin A1c\s*Critical value\s+To be acknowledged by .*: 20 minutes left/)
  })

  test('shows a new result from a live message', async () => {
    const { client } = await show({
      inbox: true,
      more: { listWaitingLabResults: () => ({ items: [], nextCursor: null }) },
    })
    expect(pageText()).toContain('No results to review')
    const { listWaitingLabResults } = createSampleWorld().handlersFor('practitioner')
    client.setHandlers({ listWaitingLabResults })
    client.emitLive({ type: 'lab-result.changed' })
    await waitFor(() => pageText().includes('Basic metabolic panel'), 'the result')
  })
})
