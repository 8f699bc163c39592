import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Note, NoteSummary } from '@visitkit/sdk'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { withOtherHeadings } from '../../test/with-other-headings.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { staffWith } from '../../test/compliance-program.ts'
import { part, show } from '../../test/show-chart.ts'
import { withProvider, press, waitFor } from '../../test/story.ts'
import { dayKey } from '../core/format.ts'
import { ageOn } from './chart-lists.ts'

afterEach(unmount)

test('shows all data on one surface', async () => {
  await show()
  expect(pageText()).toMatch(/Robin Example.*born February 29, 1984/)
  expect(part('allergies')).toContain('Penicillin, Rash over the whole body')
  expect(part('problems')).toContain('I10 Essential (primary) hypertension')
  expect(part('medicines')).toContain('lisinopril 10 MG Oral Tablet')
  expect(part('results')).toMatch(/Basic metabolic panel .* 2 out of range Potassium 6\.4 mmol\/L critically high/)
  await waitFor(() => /PHQ-9, low mood\s*6/.test(part('outcomes')), 'the scores')
})

test('names the patient by all names that others may use', async () => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const { patient } = world.state
  patient.name = { given: 'Robin', middle: ['Alex'], family: 'Example', suffix: 'Jr' }
  patient.otherNames = [
    { use: 'nickname', given: 'Bo', family: 'Example' },
    { use: 'usual', given: 'Sky', family: 'Specimen' },
    { use: 'maiden', given: 'Robin', family: 'Sample' },
  ]
  const client = world.client('practitioner')
  await mount(withProvider(client, html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`))
  await settled()
  const text = (): string => pageText().replaceAll(/[\u2068\u2069]/g, '')
  expect(text()).toContain('Robin Alex Example Jr')
  expect(text()).toContain(
    'Also known as Bo Example (nickname), Sky Specimen (everyday name), and Robin Sample (before marriage)',
  )
  await mount(withProvider(client, html`<visit-chart brief patient-id=${world.ids.patientId}></visit-chart>`))
  await settled()
  expect(text()).toContain('Robin Alex Example Jr Goes by Sky Specimen, 4')
})

test('a part without permission hides no other', async () => {
  await show({ listLabResults: () => problem(403, 'forbidden') })
  expect(part('results')).toContain('This is not open to you')
  expect(part('medicines')).toContain('lisinopril')
})

describe('a note', () => {
  test('is shown in its place', async () => {
    await show()
    await pressKeyOn('Read the note of')
    await waitFor(() => part('notes').includes('Headaches in the morning'), 'the words')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => !part('notes').includes('Headaches in the morning'), 'the closed note')
  })

  test('has the headings of the template version with which it was written', async () => {
    const { getNote } = createSampleWorld({ stage: 'in-visit' }).handlersFor('practitioner')
    await show({ getNote: async (input) => withOtherHeadings((await getNote?.(input)) as Note) })
    await pressKeyOn('Read the note of')
    await waitFor(() => part('notes').includes('Heading of then'), 'the words')
    expect(part('notes')).not.toContain('Subjective')
  })

  test('is listed with the template’s name at that time', async () => {
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

  test('has next to it what the patient asked to correct, the answer, and what the patient says to it', async () => {
    const request = (id: string, given: object) => ({
      ...{ id, patientId: 'patient-robin', kind: 'correction', visitId: 'visit-past', askedByKind: 'patient' },
      ...{ askedAt: '2026-11-02T15:00:00Z', dueAt: '2027-01-01T15:00:00Z', status: 'waiting', version: 1 },
      ...given,
    })
    const decision = {
      at: '2026-11-09T15:00:00Z',
      by: 'Kim Sample',
      ground: 'accurate-and-complete',
      text: 'So in May.',
    }
    const disagreement = { at: '2026-11-10T15:00:00Z', text: 'I never smoked.' }
    const items = [
      request('r-1', { what: 'It says that I smoke.', status: 'denied', decision, disagreement }),
      request('r-2', { what: 'My second name is missing.' }),
      request('r-3', { what: 'Of another visit.', visitId: 'visit-other' }),
      request('r-4', { what: 'On paper, please.', kind: 'copy', visitId: undefined }),
    ] as never
    await show({ listPrivacyRequests: () => ({ patientId: 'patient-robin', items, nextCursor: null }) })
    await pressKeyOn('Read the note of')
    await waitFor(() => part('notes').includes('It says that I smoke.'), 'the request')
    const words = part('notes')
    expect(words).toMatch(/The patient asked for a correction on November 2, 2026 It says that I smoke\./)
    expect(words).toMatch(/Denied on November 9, 2026 by .?Kim Sample.? So in May\./)
    expect(words).toMatch(/The patient disagreed on November 10, 2026 I never smoked\./)
    expect(words).toMatch(/My second name is missing\. The privacy office has not answered yet\./)
    expect(words).not.toMatch(/another visit|On paper/)
  })

  test('is shown without a request for those who may not read it', async () => {
    const { client } = await show(staffWith('chart:read', 'note:read'))
    await pressKeyOn('Read the note of')
    await waitFor(() => part('notes').includes('Headaches in the morning'), 'the words')
    expect(client.calls.some(({ operationId }) => operationId === 'listPrivacyRequests')).toBe(false)
  })

  test('is left to the page that cancels the event', async () => {
    const { client } = await show()
    const requested = recordEvents('visit-open-note-requested')
    document.body.addEventListener('visit-open-note-requested', (event) => event.preventDefault(), { once: true })
    await press(document.body, 'Read the note of')
    await settled()
    expect(requested).toEqual([{ noteId: 'note-past', visitId: 'visit-past' }])
    expect(client.calls.some(({ operationId }) => operationId === 'getNote')).toBe(false)
  })
})

test('as a banner it shows the patient and critical data, and reads nothing else', async () => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const client = world.client('practitioner')
  await mount(withProvider(client, html`<visit-chart brief patient-id=${world.ids.patientId}></visit-chart>`))
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
])('a person born on %s is on %s %i years old', (birthDate, day, age) => {
  expect(ageOn(birthDate, day)).toBe(age)
})

test('the end of the session leaves no chart data on the page', async () => {
  const { client } = await show()
  client.endSession()
  await waitFor(() => !/Robin|Penicillin|lisinopril|hypertension/.test(pageText()), 'an empty page')
})
