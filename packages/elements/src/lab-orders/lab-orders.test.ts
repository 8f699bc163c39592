import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { LabObservation, LabOrder, LabResult, OrderedTestStatus } from '@visitkit/sdk'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordEvents } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { show } from '../../test/show-lab-orders.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

const take = async (text: string): Promise<void> => {
  await userEvent.keyboard(text)
  await waitFor(() => deepQuery(document.body, '[role=option]'), text)
  await userEvent.keyboard('{Enter}')
}
/** Its words, without those of its drawing. */
const rowOf = (name: string): string =>
  [...(deepQuery(document.body, 'table')?.querySelectorAll('tbody tr') ?? [])]
    .map((row) => {
      const words = row.cloneNode(true) as Element
      for (const drawing of words.querySelectorAll('svg')) drawing.remove()
      return words.textContent.replace(/\s+/g, ' ').trim()
    })
    .find((text) => text.startsWith(name)) ?? ''

test('a value is next to the previous one, in a patient’s own list', async () => {
  await show()
  expect(rowOf('Potassium')).toMatch(/^Potassium 6\.4 mmol\/L .* 4\.9 mmol\/L \w+ \d+, \d{4}$/)
  unmount()
  await show({ inbox: true })
  expect(rowOf('Potassium')).not.toContain('4.9')
})

/** The result to review, with these values, in a patient's own list. */
const showValues = async (observations: LabObservation[], more: Partial<LabResult> = {}) => {
  const { listLabResults } = createSampleWorld().handlersFor('practitioner')
  return show({
    more: {
      listLabResults: async (input) => {
        const all = (await listLabResults?.(input)) as { patientId: string; items: LabResult[]; nextCursor: null }
        const items = all.items.filter(({ critical }) => critical).map((each) => ({ ...each, ...more, observations }))
        return { ...all, items }
      },
    },
  })
}
const value = { value: '131', unit: 'mg/dL', referenceRange: '70 - 99', status: 'final' } as const

test('a value outside its range without a flag is marked and says so', async () => {
  await showValues([{ ...value, loinc: '1', name: 'Glucose', outsideRange: 'above' }])
  expect(rowOf('Glucose')).toContain('Unflagged, above the range')
  expect(pageText()).toContain('1 out of range')
})

test('a value that was not compared with its range says so, and its result is not called in range', async () => {
  const color = { loinc: '2', name: 'Color', value: 'Amber', referenceRange: 'Yellow', status: 'final' } as const
  await showValues([
    { ...value, loinc: '1', name: 'Glucose', value: '80' },
    { ...color, rangeNotCompared: true },
  ])
  expect(rowOf('Color')).toContain('Not compared with its range. Compare it yourself.')
  expect(pageText()).toContain('1 not compared')
  expect(pageText()).not.toContain('All in range')
  unmount()
  await showValues([{ ...color, value: 'Positive', referenceRange: 'Negative', outsideRange: 'differs' }])
  expect(rowOf('Color')).toContain('Unflagged, not the usual finding')
  expect(pageText()).toContain('1 out of range')
})

test('what the laboratory wrote about a test without a measurement is in its result, which is not called in range', async () => {
  await showValues([], { note: 'The tube broke.' })
  expect(pageText()).toContain('The laboratory wrote: The tube broke.')
  expect(pageText()).not.toContain('All in range')
  expect(deepQuery(document.body, '.result table')).toBeNull()
})

test('what the laboratory wrote about an order is with it, with or without a refusal', async () => {
  const { listLabOrders } = createSampleWorld().handlersFor('practitioner')
  await show({
    more: {
      listLabOrders: async (input) => {
        const all = (await listLabOrders?.(input)) as { patientId: string; items: LabOrder[]; nextCursor: null }
        const [first] = all.items
        const words = { refusal: 'No tube.', laboratoryNotes: ['The courier is late.', 'Call us.'] }
        return { ...all, items: first ? [{ ...first, ...words }] : [] }
      },
    },
  })
  for (const words of ['No tube.', 'The courier is late.', 'Call us.'])
    expect(pageText()).toContain(`The laboratory wrote: ${words}`)
})

test('a value beyond the critical limit of the clinic, and one that could not be compared, say so', async () => {
  await showValues([
    { ...value, loinc: '1', name: 'Glucose', criticalLimit: { outcome: 'beyond', high: 120, unit: 'mg/dL' } },
    { ...value, loinc: '2', name: 'Urea', criticalLimit: { outcome: 'not-compared', low: 2, high: 9, unit: 'mmol/L' } },
  ])
  expect(rowOf('Glucose')).toContain('Beyond the critical limit of the clinic: above 120 mg/dL')
  expect(rowOf('Urea')).toContain('Not compared with the critical limit of the clinic (below 2, above 9 mmol/L)')
  expect(pageText()).toContain('1 out of range')
})

test('a test that was not ordered says so, with its specimen and place', async () => {
  const more = { extra: true, specimen: 'Serum', laboratoryAddress: '1 Sample Street' }
  await showValues([{ ...value, loinc: '1', name: 'Glucose' }], more)
  const words = ['The laboratory added this test to the order.', 'Specimen: Serum.', '1 Sample Street']
  for (const each of words) expect(pageText()).toContain(each)
})

test('a member of a panel that was reported by itself names its panel, and is not called extra', async () => {
  const partOf = [{ language: 'en', text: 'Lipid panel' }]
  await showValues([{ ...value, loinc: '1', name: 'Triglyceride' }], { partOf })
  expect(pageText()).toContain('Part of Lipid panel')
  expect(pageText()).not.toContain('Not ordered')
})

test('a file of the laboratory is downloaded, and one of an unknown kind is not offered', async () => {
  const { asked } = await showValues([
    { loinc: '1', name: 'Report', status: 'final', document: { id: 'file', kind: 'pdf', bytes: 9 } },
    { loinc: '2', name: 'Trace', status: 'final', document: { id: 'other', kind: 'other', bytes: 9 } },
  ])
  await pressKeyOn('Download: Report')
  await waitFor(() => asked('getLabDocument') === 1, 'the file')
  expect(rowOf('Trace')).toContain('A file that cannot be opened here.')
})

test('an order is written and sent with the keyboard alone', async () => {
  const { bodyOf, patientId } = await show()
  const ordered = recordEvents('visit-lab-ordered')
  await pressKeyOn('New order')
  await focusComesTo('Add a test')
  await take('basic')
  await tabTo('How many hours since the last meal?', '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard('10')
  await tabTo('Add a diagnosis')
  await take('hyper')
  await pressKeyOn('Send the order')
  await focusComesTo('New order')
  expect(bodyOf('placeLabOrder')).toEqual({
    tests: [{ code: 'BMP', answers: [{ code: 'fasting-hours', value: '10' }] }],
    diagnosisCodes: ['I10'],
    priority: 'routine',
  })
  expect(ordered).toEqual([{ orderId: expect.any(String), patientId }])
  await waitFor(() => pageText().includes('On its way'), 'the new order')
})

test('an order whose tests differ in status shows the status of each', async () => {
  const { listLabOrders } = createSampleWorld().handlersFor('practitioner')
  const rows = async (...statuses: readonly OrderedTestStatus[]): Promise<string[]> => {
    const tests = statuses.map((status) => ({
      code: status,
      loinc: '',
      name: [{ language: 'en' as const, text: `The ${status} one` }],
      answers: [],
      status,
    }))
    await show({
      more: {
        listLabOrders: async (input) => {
          const all = (await listLabOrders?.(input)) as { patientId: string; items: LabOrder[]; nextCursor: null }
          return { ...all, items: all.items.slice(0, 1).map((order) => ({ ...order, status: 'partial', tests })) }
        },
      },
    })
    const list = deepQuery(document.body, '.tests')
    return [...(list?.querySelectorAll('li') ?? [])].map((row) => row.textContent.replace(/\s+/g, ' ').trim())
  }
  expect(await rows('final', 'partial', 'ordered', 'refused', 'cancelled')).toEqual([
    'The final one Results complete',
    'The partial one First results',
    'The ordered one No result yet',
    'The refused one Refused',
    'The cancelled one Cancelled',
  ])
  unmount()
  expect(await rows('ordered', 'ordered')).toEqual([])
})

test('a second press after a lost response is the same order', async () => {
  const { client } = await show({ more: { placeLabOrder: () => problem(0, 'connection_failed') } })
  await pressKeyOn('New order')
  await focusComesTo('Add a test')
  await take('lipid')
  await tabTo('Add a diagnosis')
  await take('hyper')
  await press(document.body, 'Send the order')
  await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the reason')
  await press(document.body, 'Send the order')
  const orders = () => client.calls.filter(({ operationId }) => operationId === 'placeLabOrder')
  await waitFor(() => orders().length === 2, 'the second try')
  expect(new Set(orders().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  expect(orders()[0]?.idempotencyKey).toBeTruthy()
})

test('an unanswered question blocks the order at its field', async () => {
  const { asked } = await show()
  await pressKeyOn('New order')
  await focusComesTo('Add a test')
  await take('basic')
  await press(document.body, 'Send the order')
  await focusComesTo('How many hours since the last meal?')
  expect(pageText()).toContain('Answer this question.')
  expect(asked('placeLabOrder')).toBe(0)
})

describe('a result', () => {
  test('marks abnormal values in words, with the range and the note of the laboratory', async () => {
    await show()
    expect(rowOf('Potassium')).toContain(
      'Potassium 6.4 mmol/L 3.5 - 5.1 Critically high Not hemolysed. Measured twice. 4.9 mmol/L',
    )
    expect(rowOf('Sodium')).toContain('Sodium 138 mmol/L 135 - 145 139 mmol/L')
    expect(rowOf('Calcium')).toBe('Calcium Specimen not usable')
  })

  test('that was corrected shows the previous value', async () => {
    await show()
    await press(document.body, 'Open Lipid panel')
    await waitFor(() => pageText().includes('was 113 mg/dL'), 'the old value')
  })

  test('is reviewed with a comment and shown to the patient', async () => {
    const { bodyOf } = await show()
    const reviewed = recordEvents('visit-lab-reviewed')
    await tabTo('What you write to the patient')
    await userEvent.keyboard('Please come in today.')
    await pressKeyOn('Mark as reviewed and show it')
    await focusComesTo('Basic metabolic panel')
    expect(bodyOf('reviewLabResult')).toEqual({ version: 1, release: true, comment: 'Please come in today.' })
    expect(reviewed).toEqual([{ resultId: 'lab-result-bmp' }])
  })

  test('that was corrected before the review is not reviewed unread, and the comment is kept', async () => {
    await show({ more: { reviewLabResult: () => problem(409, 'version_conflict') } })
    await tabTo('What you write to the patient')
    await userEvent.keyboard('All is well.')
    await press(document.body, 'Mark as reviewed')
    await waitFor(() => pageText().includes('sent a correction just now'), 'the reason')
    expect(deepQuery<HTMLTextAreaElement>(document.body, 'textarea')?.value).toBe('All is well.')
  })
})

test('the patient is named at the head, and again where an order is placed', async () => {
  await show()
  await press(document.body, 'New order')
  await settled()
  expect(pageText().match(/Robin Example , born February 29, 1984/g)).toHaveLength(2)
})

test('an expired deadline shows how late it is', async () => {
  const { listLabResults } = createSampleWorld().handlersFor('practitioner')
  const late = async (input: Parameters<NonNullable<typeof listLabResults>>[0]) => {
    const all = (await listLabResults?.(input)) as { patientId: string; items: LabResult[]; nextCursor: null }
    const dueAt = new Date(Date.now() - 12.5 * 60_000).toISOString()
    return {
      ...all,
      items: all.items.map((one) => (one.critical ? { ...one, critical: { ...one.critical, dueAt } } : one)),
    }
  }
  await show({ more: { listLabResults: late } })
  expect(pageText()).toMatch(/Acknowledgment was due by .*: 12 minutes late/)
})

test('the end of the session leaves no value on the page', async () => {
  const { client } = await show()
  expect(pageText()).toContain('Potassium')
  client.endSession()
  await waitFor(() => !pageText().includes('Potassium'), 'an empty page')
})
