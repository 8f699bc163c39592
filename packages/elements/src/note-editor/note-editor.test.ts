import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Note } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { headedAnew } from '../../test/headed-anew.ts'
import { collect, hear } from '../../test/hear.ts'
import { focusComesTo, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, inProvider, press, waitFor } from '../../test/story.ts'
import '../define/note-editor.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'ended' })
  const client = world.client('practitioner', more)
  const visitId = world.ids.visitId ?? ''
  await mount(inProvider(client, html`<visit-note-editor visit-id=${visitId}></visit-note-editor>`))
  await settled()
  /** Another screen of the same person. */
  const elsewhere = world.client('practitioner')
  const stored = (): Promise<Note> => elsewhere.notes.open(visitId)
  const saves = () => client.calls.filter(({ operationId }) => operationId === 'saveNote').length
  const writeElsewhere = async (code: string, text: string): Promise<Note> => {
    const { id, sections, ...note } = await stored()
    return elsewhere.notes.save(id, {
      ...note,
      sections: [...sections.filter((one) => one.code !== code), { code, text }],
    })
  }
  return { world, client, stored, saves, writeElsewhere }
}
const field = (selector: string): HTMLInputElement | null => deepQuery<HTMLInputElement>(document.body, selector)
const textOf = (note: Note, code: string): string | undefined => note.sections.find((one) => one.code === code)?.text

test('diagnoses are searched as they are in use on the day of the visit', async () => {
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
  const signed = collect('visit-note-signed')
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
  await focusComesTo('Sign this note?')
  await pressKeyOn('Sign now')
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

describe('saving', () => {
  test('happens when the field is left, and is shown with its time', async () => {
    const { stored } = await show()
    const saved = collect('visit-note-saved')
    await tabTo('Plan')
    await userEvent.keyboard('Rest.')
    expect(pageText()).toContain('Not saved yet')
    await userEvent.keyboard('{Tab}')
    await waitFor(() => /Saved \d/.test(pageText()), 'the word')
    const note = await stored()
    expect(textOf(note, 'plan')).toBe('Rest.')
    expect(saved).toEqual([{ noteId: note.id, version: note.version }])
  })

  test('happens by itself after a pause, once for all that was typed', async () => {
    const { saves } = await show()
    await tabTo('Plan')
    await userEvent.keyboard('Rest and fluids.')
    await waitFor(() => /Saved \d/.test(pageText()), 'the word')
    expect(saves()).toBe(1)
  })

  test('is tried again when no answer came, and what was typed stays', async () => {
    const { client } = await show({ saveNote: () => problem(0, 'connection_failed') })
    const said = hear(deepQuery(document.body, 'visit-note-editor'))
    await tabTo('Plan')
    await userEvent.keyboard('Rest.{Tab}')
    await waitFor(() => pageText().includes('Not saved: no answer'), 'the word')
    expect(said).toEqual(['Not saved: no answer. Trying again.'])
    client.setHandlers({ saveNote: createSampleWorld({ stage: 'ended' }).handlersFor('practitioner').saveNote })
    expect(field('#section-plan')?.value).toBe('Rest.')
  })

  test('a number that nobody can have is named and not stored', async () => {
    const { stored } = await show()
    await tabTo('Heart rate')
    await userEvent.keyboard('720{Tab}')
    expect(pageText()).toContain('A number from 15 to 350')
    await settled()
    expect((await stored()).vitals).toEqual([])
  })
})

describe('two screens', () => {
  test('different sections come together by themselves', async () => {
    const { stored, writeElsewhere } = await show()
    await tabTo('Plan')
    await userEvent.keyboard('Rest.')
    await writeElsewhere('assessment', 'Acute cough.')
    await userEvent.keyboard('{Tab}')
    await waitFor(() => pageText().includes('has been added to yours'), 'the other text')
    await waitFor(() => /Saved \d/.test(pageText()), 'the save')
    const note = await stored()
    expect([textOf(note, 'plan'), textOf(note, 'assessment')]).toEqual(['Rest.', 'Acute cough.'])
  })

  test('the same section waits for a decision, and nothing is lost meanwhile', async () => {
    const { stored, writeElsewhere } = await show()
    await tabTo('Plan')
    await userEvent.keyboard('Rest.')
    await writeElsewhere('plan', 'Chest picture.')
    await userEvent.keyboard('{Tab}')
    await press(document.body, 'Compare')
    await focusComesTo('Both screens changed the same part')
    expect(pageText()).toMatch(/Rest\..*Chest picture\./)
    await press(document.body, 'Keep both')
    await pressKeyOn('Save this')
    await waitFor(() => /Saved \d/.test(pageText()), 'the save')
    expect(textOf(await stored(), 'plan')).toBe('Rest.\n\nChest picture.')
  })

  test('what is written elsewhere appears here when nothing is waiting', async () => {
    const { writeElsewhere } = await show()
    await writeElsewhere('plan', 'Chest picture.')
    await waitFor(() => field('#section-plan')?.value === 'Chest picture.', 'the other text')
  })
})

describe('signing', () => {
  test('names what is missing, and goes there', async () => {
    const { client } = await show()
    expect(pageText()).toMatch(/Still needed: Assessment , Plan , a diagnosis/)
    await pressKeyOn(/^Sign$/)
    expect(focusedName()).toContain('Assessment')
    expect(client.calls.map(({ operationId }) => operationId)).not.toContain('signNote')
  })

  test('does not take what the system wrote before the visit for an assessment', async () => {
    const world = createSampleWorld({ stage: 'ended' })
    const visitId = world.ids.visitId ?? ''
    const note = await world.client('practitioner').notes.open(visitId)
    const alert = 'Alert set off before the visit: self-harm-thoughts'
    const assessed = { ...note, sections: [...note.sections, { code: 'assessment', text: alert }] }
    await show({ openNote: () => ({ ...assessed, prefilled: ['subjective', 'assessment'], derived: ['assessment'] }) })
    expect(pageText()).toMatch(/Still needed: Assessment , Plan , a diagnosis/)
    expect(pageText()).toContain('Only facts from before the visit. Add your own assessment.')
    await tabTo('Assessment')
    await userEvent.keyboard(' ')
    expect(pageText()).toMatch(/Still needed: Assessment /)
    await userEvent.keyboard('No plan, no means, safe today.')
    expect(pageText()).toMatch(/Still needed: Plan , a diagnosis/)
  })

  test('a note that waits says for whom, and its author can ask another', async () => {
    const world = createSampleWorld({ stage: 'ended' })
    const visitId = world.ids.visitId ?? ''
    const author = world.client('practitioner')
    const { id } = await author.notes.open(visitId)
    const waiting: Note = {
      ...(await author.notes.get(id)),
      status: 'awaiting-cosign',
      supervisor: { memberId: 'member-away', displayName: 'Dr. Away Sample' },
    }
    const asked: unknown[] = []
    const client = world.client('practitioner', {
      openNote: () => waiting,
      nameSupervisor: ({ body }) => {
        asked.push(body)
        return { ...waiting, supervisor: { memberId: body.supervisorId, displayName: 'Dr. Lee Placeholder' } }
      },
    })
    const editor = html`<visit-note-editor visit-id=${visitId} supervisor-id="member-lee"></visit-note-editor>`
    await mount(inProvider(client, editor))
    await settled()
    expect(pageText()).toContain('Waits for Dr. Away Sample to co-sign')
    await press(document.body, 'Ask another supervisor')
    await waitFor(() => pageText().includes('Waits for Dr. Lee Placeholder to co-sign'), 'the other name')
    expect(asked).toEqual([{ supervisorId: 'member-lee', version: waiting.version }])
    expect(pageText()).not.toContain('Ask another supervisor')
  })

  test('a refusal is told beside the button, and the note stays a draft', async () => {
    const { writeElsewhere, world } = await show({ signNote: () => problem(409, 'visit_not_ended') })
    await writeElsewhere('assessment', 'Acute cough.')
    await writeElsewhere('plan', 'Rest.')
    const note = await world.client('practitioner').notes.open(world.ids.visitId ?? '')
    await world.client('practitioner').notes.save(note.id, { ...note, diagnoses: [{ code: 'R05.1' }] })
    await waitFor(() => pageText().includes('Ready to sign'), 'the note')
    await press(document.body, /^\s*Sign\s*$/)
    await press(document.body, 'Sign now')
    await waitFor(() => pageText().includes('The visit still runs'), 'the reason')
    expect(field('#section-plan')?.value).toBe('Rest.')
  })
})

test('the headings are those under which the note was drafted, whatever its template says today', async () => {
  const { openNote } = createSampleWorld({ stage: 'ended' }).handlersFor('practitioner')
  await show({ openNote: async (input) => headedAnew((await openNote?.(input)) as Note) })
  expect(pageText()).toContain('Heading of then')
  expect(pageText()).not.toContain('Subjective')
  expect(deepQuery(document.body, '#template')?.querySelectorAll('option[value=soap]')).toHaveLength(1)
})

describe('what is signed', () => {
  /** A note that lacks nothing, with the question asked. */
  const ask = async (more: TestHandlers = {}) => {
    const shown = await show(more)
    await shown.writeElsewhere('assessment', 'Acute cough.')
    const note = await shown.writeElsewhere('plan', 'Rest.')
    await shown.world.client('practitioner').notes.save(note.id, { ...note, diagnoses: [{ code: 'R05.1' }] })
    await waitFor(() => pageText().includes('Ready to sign'), 'the note')
    await pressKeyOn(/^Sign$/)
    await focusComesTo('Sign this note?')
    return shown
  }

  test('is the note of a patient who is named, at its head and where it is signed', async () => {
    await ask()
    expect(pageText()).toMatch(
      /Visit note Robin Example , born February 29, 1984 .*Sign this note\? Robin Example , born/,
    )
  })

  test('is what was asked about: a word more asks again, and is in the signed note', async () => {
    const { stored } = await ask()
    await tabTo('Plan', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('{Control>}{End}{/Control} Come back in a week.')
    await waitFor(() => !pageText().includes('Sign this note?'), 'the question to go')
    await press(document.body, /^\s*Sign\s*$/)
    await press(document.body, 'Sign now')
    await waitFor(() => /Signed by/.test(pageText()), 'the signature')
    expect(textOf(await stored(), 'plan')).toBe('Rest. Come back in a week.')
  })

  test('loses no word when another screen saved while it was signed', async () => {
    const shown = await ask({
      signNote: async () => {
        await shown.writeElsewhere('plan', 'Chest picture.')
        return problem(409, 'version_conflict')
      },
    })
    await pressKeyOn('Sign now')
    await waitFor(() => pageText().includes('The note changed while you were signing'), 'the reason')
    await waitFor(() => field('#section-plan')?.value === 'Chest picture.', 'the other text')
    expect(pageText()).not.toContain('Sign this note?')
    expect(pageText()).toContain('has been added to yours')
    expect(shown.saves()).toBe(0)
  })

  test('is never a note with a number that nobody can have', async () => {
    const { client } = await ask()
    await tabTo('Heart rate', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('720')
    await waitFor(() => /Still needed: Heart rate/.test(pageText()), 'what is needed')
    await press(document.body, /^\s*Sign\s*$/)
    await focusComesTo('Heart rate')
    expect(client.calls.map(({ operationId }) => operationId)).not.toContain('signNote')
  })

  test('waits for the choice between two texts, and says so', async () => {
    const { writeElsewhere } = await ask()
    await tabTo('Plan', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('Fluids.')
    await writeElsewhere('plan', 'Chest picture.')
    await userEvent.keyboard('{Tab}')
    await waitFor(() => pageText().includes('Still needed: the choice between two texts'), 'what is needed')
    expect(pageText()).not.toContain('Ready to sign')
    await press(document.body, /^\s*Sign\s*$/)
    await focusComesTo('This note was changed on another screen')
  })

  test('waits for the server to have the last words, and says so', async () => {
    const { client } = await ask()
    client.setHandlers({ saveNote: () => problem(0, 'connection_failed') })
    await tabTo('Plan', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('Fluids.{Tab}')
    await waitFor(() => pageText().includes('Still needed: that the last words are saved'), 'what is needed')
    await press(document.body, /^\s*Sign\s*$/)
    await focusComesTo('Not saved: no answer. Trying again.')
  })
})

test('the end of the session leaves no word of the note on the page', async () => {
  const { client } = await show()
  expect(field('#section-subjective')?.value).toContain('A sample reason')
  client.endSession()
  await waitFor(() => !field('textarea') && !pageText().includes('sample reason'), 'an empty page')
})
