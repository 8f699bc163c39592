import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Note } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { withOtherHeadings } from '../../test/with-other-headings.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor } from '../../test/story.ts'
import { field, show, textOf } from '../../test/write-note.ts'

afterEach(unmount)

test('the diagnosis search finds codes that are valid on the day of the visit', async () => {
  const days: (string | undefined)[] = []
  const { openNote } = createSampleWorld({ stage: 'ended' }).handlersFor('practitioner')
  await show({
    openNote: async (input) => ({ ...((await openNote?.(input)) as Note), visitDay: '2025-09-30' }),
    searchDiagnosisCodes: ({ query }) => {
      days.push(query.on)
      return { items: [] }
    },
  })
  await tabTo('Add a diagnosis')
  await userEvent.keyboard('cou')
  await waitFor(() => days.length > 0, 'the search')
  expect(new Set(days)).toEqual(new Set(['2025-09-30']))
})

test('a note is written, coded and signed with the keyboard alone', async () => {
  const { stored } = await show()
  const signed = recordEvents('visit-note-signed')
  await tabTo('Subjective')
  await userEvent.keyboard('. Cough for four days.')
  await tabTo('Assessment')
  await userEvent.keyboard('Acute cough.')
  await tabTo('Plan')
  await userEvent.keyboard('Rest.')
  await tabTo('Heart rate')
  await userEvent.keyboard('72')
  await tabTo('Add a diagnosis')
  await userEvent.keyboard('cou')
  await waitFor(() => field('[role=option]'), 'the codes')
  await userEvent.keyboard('{Enter}')
  await userEvent.keyboard('hyper')
  await waitFor(() => field('[role=option]'), 'the codes')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await tabTo('Add a service')
  await userEvent.keyboard('tele')
  await waitFor(() => field('[role=option]'), 'the services')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await tabTo(/^E78\.5$/, '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard(' ')
  await tabTo(/^R05\.1$/, '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard(' ')
  await pressKeyOn(/^Sign$/)
  await focusComesTo('Visit note')
  const note = await stored()
  expect(note).toMatchObject({
    status: 'signed',
    diagnoses: [{ code: 'R05.1' }, { code: 'E78.5' }],
    vitals: [{ loinc: '8867-4', value: 72, unit: '/min', source: 'patient-reported' }],
    services: [{ code: 'TELE30', units: 1, diagnosisPointers: [2] }],
  })
  expect(textOf(note, 'subjective')).toContain('Cough for four days.')
  expect(signed).toEqual([{ noteId: note.id, visitId: note.visitId }])
  expect(pageText()).toMatch(/Signed by Dr\. Jo Sample/)
})

test('the headings are from the template version of the draft, not from the current one', async () => {
  const { openNote } = createSampleWorld({ stage: 'ended' }).handlersFor('practitioner')
  await show({ openNote: async (input) => withOtherHeadings((await openNote?.(input)) as Note) })
  expect(pageText()).toContain('Heading of then')
  expect(pageText()).not.toContain('Subjective')
  expect(deepQuery(document.body, '#template')?.querySelectorAll('option[value=soap]')).toHaveLength(1)
})

test('the end of the session leaves no text of the note on the page', async () => {
  const { client } = await show()
  expect(field('#section-subjective')?.value).toContain('A sample reason')
  client.endSession()
  await waitFor(() => !field('textarea') && !pageText().includes('sample reason'), 'an empty page')
})
