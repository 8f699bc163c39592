import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Me, Note, NoteSummary, NoteVitals } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { collect, hear } from '../../test/hear.ts'
import { headedAnew } from '../../test/headed-anew.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, inProvider, press, waitFor } from '../../test/story.ts'
import { dayKey } from '../core/format.ts'
import '../define/chart.ts'
import '../define/provider.ts'
import { ageOn } from './chart-lists.ts'
import { scaleOf } from './trend-plot.ts'
import { boundsOf } from './trends-view.ts'
import { vitalTrends } from './vital-trends.ts'

afterEach(unmount)

const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const client = world.client('practitioner', more)
  await mount(inProvider(client, html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`))
  await settled()
  const bodyOf = (operation: string): unknown =>
    client.calls.findLast(({ operationId }) => operationId === operation)?.body
  return { world, client, bodyOf, patientId: world.ids.patientId }
}
const part = (id: string): string =>
  (deepQuery(document.body, `[aria-labelledby="${id}"]`)?.textContent ?? '').replace(/\s+/g, ' ')

test('what is known stands on one surface', async () => {
  await show()
  expect(pageText()).toMatch(/Robin Example.*born February 29, 1984/)
  expect(part('allergies')).toContain('Penicillin, Rash over the whole body')
  expect(part('problems')).toContain('I10 Essential (primary) hypertension')
  expect(part('medicines')).toContain('lisinopril 10 MG Oral Tablet')
  expect(part('results')).toMatch(/Basic metabolic panel .* 2 out of range Potassium 6\.4 mmol\/L critically high/)
  await waitFor(() => /PHQ-9, low mood\s*6/.test(part('outcomes')), 'the scores')
})

test('a part that may not be seen hides no other', async () => {
  await show({ listLabResults: () => problem(403, 'forbidden') })
  expect(part('results')).toContain('This is not open to you')
  expect(part('medicines')).toContain('lisinopril')
})

describe('allergies', () => {
  test('one is searched by its ingredient and kept with the keyboard alone', async () => {
    const { bodyOf } = await show()
    await pressKeyOn('Add an allergy')
    await focusComesTo('Search a medicine for its ingredient')
    await userEvent.keyboard('ibup')
    await waitFor(() => deepQuery(document.body, '[role=option]'), 'the ingredient')
    await userEvent.keyboard('{Enter}')
    await focusComesTo('What happens')
    await userEvent.keyboard('Hives')
    await pressKeyOn('Keep it')
    await focusComesTo('Allergies')
    expect(bodyOf('addAllergy')).toEqual({
      substance: { rxcui: '5640', name: 'ibuprofen' },
      reaction: 'Hives',
      severity: 'unknown',
    })
    await waitFor(() => part('allergies').includes('ibuprofen, Hives'), 'the new row')
  })

  test('a name that is written over is no longer taken for the coded one', async () => {
    const { bodyOf } = await show()
    await pressKeyOn('Add an allergy')
    await focusComesTo('Search a medicine for its ingredient')
    await userEvent.keyboard('ibup')
    await waitFor(() => deepQuery(document.body, '[role=option]'), 'the ingredient')
    await userEvent.keyboard('{Enter}')
    await focusComesTo('What happens')
    await tabTo('Substance', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('{Control>}a{/Control}peanuts')
    await press(document.body, 'Keep it')
    await waitFor(() => part('allergies').includes('peanuts'), 'the new row')
    expect(bodyOf('addAllergy')).toEqual({ substance: { name: 'peanuts' }, severity: 'unknown' })
  })

  test('an empty list says whether somebody has asked', async () => {
    const { client, patientId } = await show({
      listAllergies: () => ({ patientId: 'patient-robin', asked: false, items: [] }),
      noKnownAllergies: () => ({ patientId: 'patient-robin', asked: true }),
    })
    const said = hear(deepQuery(document.body, 'visit-chart'))
    expect(part('allergies')).toContain('Nobody has asked yet')
    client.setHandlers({ listAllergies: () => ({ patientId, asked: true, items: [] }) })
    await pressKeyOn('Asked: none known')
    await waitFor(() => part('allergies').includes('No known allergies'), 'the words')
    expect(said).toEqual(['Noted: no known allergies.'])
  })

  test('one that was entered in error leaves the list', async () => {
    const { bodyOf } = await show()
    await press(document.body, 'Change')
    await press(document.body, 'Entered in error')
    await waitFor(() => part('allergies').includes('No known allergies'), 'the shorter list')
    expect(bodyOf('changeAllergy')).toEqual({ status: 'entered-in-error', version: 1 })
  })
})

describe('problems', () => {
  const change = async (words: string): Promise<void> => {
    await waitFor(() => part('problems').includes('Change'), 'the way to change one')
    await press(deepQuery(document.body, '[aria-labelledby=problems]') ?? document.body, 'Change')
    await press(deepQuery(document.body, '[aria-labelledby=problems]') ?? document.body, words)
  }

  test('one that is over leaves the list, stays to be read, and can be put back', async () => {
    const { bodyOf } = await show()
    const said = hear(deepQuery(document.body, 'visit-chart'))
    await waitFor(() => part('problems').includes('No longer on the list: 1'), 'what is over')
    await change('It is over')
    await focusComesTo('Problems')
    expect(bodyOf('changeCondition')).toEqual({ status: 'resolved', version: 3 })
    await waitFor(() => part('problems').includes('No longer on the list: 2'), 'the shorter list')
    expect(part('problems')).toMatch(/list: 2\s*I10 Essential \(primary\) hypertension\s*since .* over since/)
    await pressKeyOn('No longer on the list')
    await pressKeyOn('Put back on the list: I10')
    await focusComesTo('Problems')
    expect(bodyOf('changeCondition')).toEqual({ status: 'active', version: 4 })
    await waitFor(() => part('problems').includes('No longer on the list: 1'), 'the longer list')
    expect(said).toEqual(['Taken off the list.', 'Back on the list.'])
  })

  test('one that was entered in error is struck through', async () => {
    await show()
    await change('Entered in error')
    await waitFor(() => deepQuery(document.body, 's')?.textContent?.includes('I10'), 'the line through it')
    expect(part('problems')).toContain('entered in error, taken off on')
  })

  test('are changed by who may sign notes alone', async () => {
    const world = createSampleWorld({ stage: 'in-visit' })
    const { getMe } = world.handlersFor('practitioner')
    await show({ getMe: async (input) => ({ ...((await getMe?.(input)) as Me), permissions: ['chart:read'] }) })
    await waitFor(() => part('problems').includes('No longer on the list: 1'), 'what is over')
    expect(part('problems')).not.toMatch(/Change|Put back/)
  })

  test('tell it in their place when another screen was quicker', async () => {
    await show({ changeCondition: () => problem(409, 'version_conflict') })
    await change('It is over')
    await waitFor(() => part('problems').includes('It was changed on another screen'), 'the refusal')
  })
})

describe('a list that goes on', () => {
  type Listed = { patientId: string; items: { id: string }[] }

  /** Twenty like the sample's first, in pages of eight. */
  const long = (operation: 'listConditions' | 'listPrescriptions' | 'listLabResults' | 'listPatientNotes') => {
    const list = createSampleWorld({ stage: 'in-visit' }).handlersFor('practitioner')[operation]
    if (!list) throw new Error(`the sample answers no ${operation}`)
    return {
      [operation]: async (input: { query: { cursor?: string; active?: boolean } }) => {
        const { patientId, items } = (await list({
          ...input,
          query: { active: input.query.active },
        } as never)) as Listed
        const [first] = items
        const all = Array.from({ length: 20 }, (_, index) => ({ ...first, id: `one-${index}` }))
        const from = Number(input.query.cursor ?? 0)
        const next = from + 8
        return { patientId, items: all.slice(from, next), nextCursor: next < all.length ? String(next) : null }
      },
    } as TestHandlers
  }
  const rows = (id: string): number =>
    deepQuery(document.body, `[aria-labelledby="${id}"] > ul`)?.querySelectorAll(':scope > li').length ?? 0

  test.each([
    ['problems', 'Problems', 'listConditions'],
    ['medicines', 'Medicines', 'listPrescriptions'],
    ['results', 'Results', 'listLabResults'],
    ['notes', 'Notes', 'listPatientNotes'],
  ] as const)('says so, and shows more %s to the keyboard alone', async (id, name, operation) => {
    await show(long(operation))
    await waitFor(() => part(id).includes('The first 8 are shown.'), 'how far it goes')
    await pressKeyOn(`Show more: ${name}`)
    await waitFor(() => part(id).includes('The first 16 are shown.'), 'the second page')
    await focusComesTo(`Show more: ${name}`)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => rows(id) === 20, 'the whole list')
    expect(deepQuery(document.body, `[aria-label="Show more: ${name}"]`)).toBeNull()
    await focusComesTo(name)
  })

  test('counts no past problems that it has not seen', async () => {
    await show(long('listConditions'))
    await waitFor(() => part('problems').includes('No longer on the list: more than 8'), 'what is over')
    await pressKeyOn('No longer on the list: more than 8')
    await pressKeyOn('Show more: No longer on the list')
    await waitFor(() => part('problems').includes('No longer on the list: more than 16'), 'the second page')
    expect(rows('problems')).toBe(8)
  })

  test('stays as long when something changes, wherever it stands', async () => {
    const { world, client, patientId } = await show(long('listConditions'))
    await pressKeyOn('Show more: Problems')
    await waitFor(() => rows('problems') === 16, 'the second page')
    const before = client.calls.length
    world.live.emit({ type: 'condition.changed', ids: { patientId } })
    await waitFor(() => client.calls.length >= before + 3, 'the new reading')
    await settled()
    expect(rows('problems')).toBe(16)
  })

  test('stays when its next page does not come, and can be asked again', async () => {
    const handlers = long('listConditions')
    const { client } = await show(handlers)
    client.setHandlers({ listConditions: () => problem(403, 'forbidden') })
    await pressKeyOn('Show more: Problems')
    await waitFor(() => part('problems').includes('This is not open to you'), 'the refusal')
    expect(rows('problems')).toBe(8)
    client.setHandlers(handlers)
    await press(deepQuery(document.body, '[aria-labelledby=problems]') ?? document.body, 'Show more')
    await waitFor(() => rows('problems') === 16, 'the second page')
  })
})

test('of very many scores the latest is shown', async () => {
  await show({
    listOutcomes: ({ path, query }) => {
      const all = Array.from({ length: 110 }, (_, index) => ({
        at: new Date(Date.UTC(2024, 0, 1 + 7 * index)).toISOString(),
        questionnaire: query.questionnaire ?? '',
        score: index === 109 ? 3 : 20,
      }))
      const from = Number(query.cursor ?? 0)
      return {
        patientId: path.patientId,
        items: all.slice(from, from + 50),
        nextCursor: from + 50 < all.length ? String(from + 50) : null,
      }
    },
  })
  await waitFor(() => /PHQ-9, low mood\s*3/.test(part('outcomes')), 'the latest score')
})

describe('a note', () => {
  test('is read in its place', async () => {
    await show()
    await pressKeyOn('Read the note of')
    await waitFor(() => part('notes').includes('Headaches in the morning'), 'the words')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => !part('notes').includes('Headaches in the morning'), 'the closed note')
  })

  test('has the headings under which it was written, whatever its template says today', async () => {
    const { getNote } = createSampleWorld({ stage: 'in-visit' }).handlersFor('practitioner')
    await show({ getNote: async (input) => headedAnew((await getNote?.(input)) as Note) })
    await pressKeyOn('Read the note of')
    await waitFor(() => part('notes').includes('Heading of then'), 'the words')
    expect(part('notes')).not.toContain('Subjective')
  })

  test('is listed by the name that its template had then', async () => {
    const { listPatientNotes } = createSampleWorld({ stage: 'in-visit' }).handlersFor('practitioner')
    await show({
      listPatientNotes: async (input) => {
        const listed = (await listPatientNotes?.(input)) as {
          patientId: string
          items: NoteSummary[]
          nextCursor: null
        }
        const templateName = [{ language: 'en', text: 'Name of then' }]
        return { ...listed, items: listed.items.map((note) => ({ ...note, templateName })) }
      },
    })
    expect(part('notes')).toContain('Name of then, Signed')
  })

  test('is left to the page that cancels the event', async () => {
    const { client } = await show()
    const requested = collect('visit-open-note-requested')
    document.body.addEventListener('visit-open-note-requested', (event) => event.preventDefault(), { once: true })
    await press(document.body, 'Read the note of')
    await settled()
    expect(requested).toEqual([{ noteId: 'note-past', visitId: 'visit-past' }])
    expect(client.calls.some(({ operationId }) => operationId === 'getNote')).toBe(false)
  })
})

test('what was measured twice is a line with the same numbers as a table', async () => {
  await show()
  await waitFor(() => deepQuery(document.body, '.trend'), 'the lines')
  const drawn = [...(deepQuery(document.body, '.trends')?.querySelectorAll('.trend') ?? [])].map((trend) => [
    trend.querySelector('b')?.textContent,
    [...trend.querySelectorAll('td.num')].map((cell) => cell.textContent?.trim()),
    trend.querySelectorAll('circle').length,
  ])
  expect(drawn).toEqual([
    ['Potassium', ['6.4 mmol/L', '4.9 mmol/L', '4.4 mmol/L'], 3],
    ['Creatinine', ['1.4 mg/dL', '1.2 mg/dL', '1 mg/dL'], 3],
    ['Glucose', ['98 mg/dL', '95 mg/dL', '92 mg/dL'], 3],
    ['Sodium', ['138 mmol/L', '139 mmol/L', '140 mmol/L'], 3],
    ['Blood pressure', ['152/94 mmHg', '158/96 mmHg', '166/101 mmHg'], 6],
    ['Heart rate', ['78 /min', '86 /min'], 2],
    ['Weight', ['184.5 lb', '190 lb'], 2],
    ['PHQ-9, low mood', ['6', '9', '11', '15', '15', '17'], 6],
  ])
  expect(part('outcomes')).toMatch(/Potassium critically high\s*6\.4 mmol\/L/)
  const toldAs = (tone: string) =>
    [...(deepQuery(document.body, '.trends')?.querySelectorAll(`.chip.${tone}`) ?? [])].map((chip) => chip.textContent)
  expect([toldAs('bad'), toldAs('warn')]).toEqual([['critically high'], ['high']])
})

test('vitals that may not be seen are told in their place, and hide no other line', async () => {
  await show({ listPatientVitals: () => problem(403, 'forbidden') })
  await waitFor(() => deepQuery(document.body, '.trend'), 'the lines')
  expect(part('outcomes')).toMatch(/This is not open to you.*Potassium.*PHQ-9, low mood/)
  expect(part('outcomes')).not.toContain('Blood pressure')
})

test('vitals on their way hold up nothing, and nobody says meanwhile that there are none', async () => {
  await show({
    listPatientVitals: never,
    listLabResults: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }),
    listOutcomes: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }),
  })
  await waitFor(() => part('results').includes('No results yet'), 'the rest of the chart')
  expect(part('outcomes')).not.toContain('Nothing yet')
})

test('in brief it says who it is and what must not be missed, and reads nothing else', async () => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const client = world.client('practitioner')
  await mount(inProvider(client, html`<visit-chart brief patient-id=${world.ids.patientId}></visit-chart>`))
  await waitFor(() => pageText().includes('Allergy: Penicillin'), 'the allergy')
  await waitFor(() => /PHQ-9\s*6/.test(pageText()), 'the score')
  const years = ageOn('1984-02-29', dayKey(new Date().toISOString(), 'America/New_York'))
  expect(pageText()).toMatch(new RegExp(`Robin Example\\s*${years} years old, OH`))
  expect(client.calls.map(({ operationId }) => operationId)).not.toContain('listPatientNotes')
  client.endSession()
  await waitFor(() => !/Robin|Penicillin|PHQ/.test(pageText()), 'an empty line')
})

test.each([
  ['1984-02-29', '2026-02-28', 41],
  ['1984-02-29', '2026-03-01', 42],
  ['2026-11-24', '2026-11-25', 0],
])('who was born on %s is on %s %i years old', (birthDate, day, age) => {
  expect(ageOn(birthDate, day)).toBe(age)
})

test.each([
  ['3.5 - 5.1', { low: 3.5, high: 5.1 }],
  ['70–99', { low: 70, high: 99 }],
  ['< 200', { high: 200 }],
  ['>= 40', { low: 40 }],
  ['negative', {}],
  [undefined, {}],
])('what a laboratory calls usual, %s, has its bounds', (range, bounds) => {
  expect(boundsOf(range)).toEqual(bounds)
})

test('a higher value stands higher, time goes across, and what is usual is in the picture', () => {
  const points = [
    { at: '2026-01-01T00:00:00Z', value: 10 },
    { at: '2026-02-01T00:00:00Z', value: 5 },
  ]
  const { x, y } = scaleOf({ points, usual: { low: 2, high: 20 } })
  expect(x('2026-01-01T00:00:00Z')).toBeLessThan(x('2026-02-01T00:00:00Z'))
  expect(y(10)).toBeLessThan(y(5))
  expect([y(20), y(2)]).toEqual([8, 64])
  expect(scaleOf({ points, usual: {} }).y(0)).toBe(64)
})

describe('of what was measured at visits', () => {
  const visit = (
    at: string,
    ...vitals: readonly (readonly [loinc: string, value: number, unit: string])[]
  ): NoteVitals => ({
    noteId: `note-${at}`,
    at,
    vitals: vitals.map(([loinc, value, unit]) => ({ loinc, value, unit, source: 'measured' })),
  })
  const names = Object.assign((key: string) => key, { maybe: (key: string) => key }) as never
  const drawn = (...visits: readonly NoteVitals[]) =>
    vitalTrends(names, visits).map(({ name, points }) => [name, ...points.map(({ value, lower }) => [value, lower])])

  test('a line goes back as far as the unit of the last time', () => {
    const weights = [
      visit('2026-03-01T00:00:00Z', ['29463-7', 75.8, 'kg']),
      visit('2026-02-01T00:00:00Z', ['29463-7', 170, '[lb_av]']),
      visit('2026-01-01T00:00:00Z', ['29463-7', 78.4, 'kg']),
    ]
    expect(drawn(...weights)).toEqual([['vital_29463-7', [78.4, undefined], [75.8, undefined]]])
    expect(drawn(...weights.slice(0, 2))).toEqual([])
  })

  test('the two values of a blood pressure are one line of the chart, and pulse comes after it', () => {
    expect(
      drawn(
        visit('2026-02-01T00:00:00Z', ['8867-4', 72, '/min'], ['8462-4', 82, 'mm[Hg]'], ['8480-6', 132, 'mm[Hg]']),
        visit('2026-01-01T00:00:00Z', ['8867-4', 84, '/min'], ['8480-6', 158, 'mm[Hg]']),
      ),
    ).toEqual([
      ['pressure', [158, undefined], [132, 82]],
      ['vital_8867-4', [84, undefined], [72, undefined]],
    ])
  })

  test('a small change looks small, and both values of a pair are in the picture', () => {
    const [from, to] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']
    const near = { usual: {}, isNear: true }
    const weight = scaleOf({
      points: [
        { at: from, value: 78.4 },
        { at: to, value: 78.2 },
      ],
      ...near,
    })
    expect(weight.y(78.2) - weight.y(78.4)).toBeLessThan(3)
    const points = [
      { at: from, value: 158, lower: 96 },
      { at: to, value: 132, lower: 82 },
    ]
    const pressure = scaleOf({ points, ...near })
    expect([pressure.y(158), pressure.y(82)]).toEqual([8, 64])
  })
})

test('the end of the session leaves no word of the chart on the page', async () => {
  const { client } = await show()
  client.endSession()
  await waitFor(() => !/Robin|Penicillin|lisinopril|hypertension/.test(pageText()), 'an empty page')
})
