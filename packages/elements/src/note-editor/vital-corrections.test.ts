import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { waitFor, withProvider } from '../../test/story.ts'
import '../define/chart.ts'
import '../define/note-editor.ts'
import '../define/provider.ts'

/* Measurements of a signed note: corrected in the note, right in the chart. */

afterEach(unmount)

const signed = async (world: SampleWorld): Promise<string> => {
  const client = world.client('practitioner')
  const visitId = world.ids.visitId ?? ''
  const { id, version } = await client.notes.open(visitId)
  const sections = ['subjective', 'objective', 'assessment', 'plan'].map((code) => ({ code, text: 'A sample text.' }))
  const vitals = [
    { loinc: '8867-4', value: 740, unit: '/min', source: 'measured' },
    { loinc: '29463-7', value: 180, unit: '[lb_av]', source: 'patient-reported', measuredAt: '2026-11-20T07:00:00Z' },
  ] as const
  const saved = await client.notes.save(id, {
    sections,
    diagnoses: [{ code: 'I10' }],
    vitals: vitals.map((vital) => ({ ...vital })),
    services: [],
    version,
  })
  await client.notes.sign(id, { version: saved.version })
  return visitId
}
const show = async (handlers: TestHandlers = {}, world = createSampleWorld({ stage: 'ended' })) => {
  const visitId = await signed(world)
  const client = world.client('practitioner', handlers)
  await mount(withProvider(client, html`<visit-note-editor visit-id=${visitId}></visit-note-editor>`))
  await waitFor(() => pageText().includes('740 /min'), 'the note')
  await settled()
  const sent = () => client.calls.filter(({ operationId }) => operationId === 'correctVital').map(({ body }) => body)
  return { world, sent }
}

test('a value is corrected with the keyboard, and the note says what it was before and who corrected it', async () => {
  const { sent } = await show()
  await pressKeyOn('Correct: Heart rate')
  await focusComesTo('Right value in /min')
  await userEvent.keyboard('7400')
  await pressKeyOn('Save correction')
  await waitFor(() => pageText().includes('Enter a number from 15 to 350.'), 'the range')
  expect(sent()).toEqual([])
  await focusComesTo('Right value in /min')
  await userEvent.keyboard('{Backspace}{Backspace}')
  await pressKeyOn('Save correction')
  await waitFor(() => pageText().includes('Was \u2066740 /min\u2069. Dr. Jo Sample'), 'what it was')
  expect(pageText()).toContain('\u206674 /min\u2069')
  expect(sent()).toEqual([{ status: 'corrected', value: 74, unit: '/min', changes: 0 }])
  await waitFor(() => focusedName() === 'Correct: Heart rate', 'the focus')
})

test('a measurement of another time shows it; one that was entered in error is struck out and not in the chart', async () => {
  const { world, sent } = await show()
  expect(pageText()).toContain('measured')
  await pressKeyOn('Correct: Heart rate')
  await pressKeyOn('Entered in error')
  await waitFor(() => sent().length === 1, 'the correction')
  await waitFor(() => pageText().includes('Was \u2066740 /min\u2069'), 'what it was')
  unmount()
  await mount(
    withProvider(world.client('practitioner'), html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`),
  )
  await waitFor(() => pageText().includes('Heart rate'), 'the chart')
  await settled()
  expect(pageText()).not.toContain('740')
})

test('what a colleague corrected is read again, what was typed stays, and it can be saved', async () => {
  const world = createSampleWorld({ stage: 'ended' })
  let isFirst = true
  const { sent } = await show(
    {
      correctVital: async (input) => {
        if (!isFirst) return (await world.handlersFor('practitioner').correctVital!(input)) as never
        isFirst = false
        return problem(409, 'version_conflict')
      },
    },
    world,
  )
  await pressKeyOn('Correct: Heart rate')
  await focusComesTo('Right value in /min')
  await userEvent.keyboard('74')
  await pressKeyOn('Save correction')
  await waitFor(() => pageText().includes('A colleague corrected this too'), 'the conflict')
  await tabTo('Save correction')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => pageText().includes('Was \u2066740 /min\u2069'), 'what it was')
  expect(sent()).toHaveLength(2)
})
