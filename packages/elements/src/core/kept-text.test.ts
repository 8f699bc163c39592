import { html, type TemplateResult } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import {
  createSampleWorld,
  problem,
  type SamplePerson,
  type SampleWorld,
  type TestHandlers,
} from '@visitkit/sdk/testing'
import { pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { sampled } from '../../test/sampled.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/inbox.ts'
import '../define/intake.ts'
import '../define/lab-orders.ts'
import '../define/messages.ts'
import '../define/note-editor.ts'
import '../define/provider.ts'
import '../define/summary.ts'

afterEach(unmount)

interface Place {
  readonly person: SamplePerson
  readonly stage?: 'in-visit' | 'ended'
  readonly element: (world: SampleWorld) => TemplateResult
  /** Before the page is opened. */
  readonly prepare?: (world: SampleWorld) => Promise<void>
  /** To the field. */
  readonly open: () => Promise<void>
  readonly field: string
  readonly send: () => Promise<void>
  /** What sends it. */
  readonly operation: string
  /** Of what the sample does not have. */
  readonly handlers?: TestHandlers
  /** What was written is shown without being opened. */
  readonly opensItself?: boolean
}

const claim = (step: string | null): Pick<Place, 'person' | 'element' | 'open'> => ({
  person: 'practitioner',
  element: () => html`<visit-claim-desk claim-id="claim-denied"></visit-claim-desk>`,
  open: async () => {
    await waitFor(() => deepQuery(document.body, '#next-heading'), 'the part that loads later')
    if (step) await press(document.body, step)
  },
})

const signedNote = async (world: SampleWorld): Promise<void> => {
  const author = world.client('practitioner')
  const note = await author.notes.open(world.ids.visitId ?? '')
  const sections = ['subjective', 'assessment', 'plan'].map((code) => ({ code, text: 'All is well.' }))
  const diagnoses = [{ code: 'I10', display: 'Essential (primary) hypertension', primary: true }]
  const { version } = await author.notes.save(note.id, { ...note, sections, diagnoses })
  await author.notes.sign(note.id, { version })
}

const places: Readonly<Record<string, Place>> = {
  'an answer in a thread': {
    person: 'patient',
    element: () => html`<visit-messages></visit-messages>`,
    open: () => pressKeyOn(/Rash on my arm/),
    field: '#text',
    send: () => pressKeyOn('Send'),
    operation: 'postMessage',
  },
  'an appeal': {
    ...claim('Appeal'),
    field: '#work-text',
    send: () => press(document.body, 'Save the appeal'),
    operation: 'addAppeal',
  },
  'why an amount is written off': {
    ...claim('Write off'),
    field: '#work-text',
    send: () => press(document.body, 'Ask for the write-off'),
    operation: 'askWriteOff',
  },
  'a note on a claim': {
    ...claim(null),
    field: '#note',
    send: () => press(document.body, 'Save the note'),
    operation: 'addClaimNote',
  },
  'a task about a claim': {
    ...claim('Assign a task'),
    field: '#work-text',
    send: () => press(document.body, 'Assign the task'),
    operation: 'addTask',
    handlers: { addTask: () => ({}) as never },
  },
  'why a refill is declined': {
    person: 'practitioner',
    element: () => html`<visit-inbox></visit-inbox>`,
    prepare: async (world) => {
      const patient = world.client('patient')
      const { items } = await patient.prescriptions.ofPatient('patient-robin', { active: true }).page()
      await patient.refills.request(items[0]?.id ?? '')
    },
    open: async () => {
      await waitFor(() => pageText().includes('Refills to answer (1)'), 'the request')
      await pressKeyOn(/^Decline: /)
    },
    field: '#refill-answer',
    send: () => pressKeyOn('Decline and send'),
    operation: 'declineRefill',
  },
  'the comment on a result': {
    person: 'practitioner',
    stage: 'in-visit',
    element: ({ ids }) => html`<visit-lab-orders patient-id=${ids.patientId}></visit-lab-orders>`,
    open: () => tabTo('What you write to the patient'),
    field: 'textarea',
    send: () => pressKeyOn('Mark as reviewed and show it'),
    operation: 'reviewLabResult',
  },
  'an addendum': {
    person: 'practitioner',
    stage: 'ended',
    element: ({ ids }) => html`<visit-note-editor visit-id=${ids.visitId}></visit-note-editor>`,
    prepare: signedNote,
    open: () => pressKeyOn('Add to this note'),
    opensItself: true,
    field: '#addendum',
    send: () => pressKeyOn('Sign and add'),
    operation: 'addendNote',
  },
  'the comment of a survey': {
    person: 'patient',
    element: () => html`<visit-summary visit-id="visit-past"></visit-summary>`,
    open: async () => {
      for (const answer of ['0', 'Yes']) {
        await tabTo(answer)
        await userEvent.keyboard(' ')
        await pressKeyOn('Next')
      }
    },
    field: 'textarea',
    send: () => pressKeyOn('Send'),
    operation: 'answerSurvey',
  },
  'the reason of a visit, when it is changed': {
    person: 'patient',
    element: () => html`<visit-intake appointment-id="appointment-next"></visit-intake>`,
    open: () => pressKeyOn('Change: You told us'),
    field: '#reason',
    send: () => pressKeyOn('Save'),
    operation: 'changeAppointmentReason',
  },
  'a text macro': {
    person: 'practitioner',
    stage: 'in-visit',
    element: ({ ids }) => html`<visit-note-editor visit-id=${ids.visitId}></visit-note-editor>`,
    open: () => pressKeyOn('Text macros'),
    field: '#macro-text',
    send: async () => {
      await tabTo('Word', '{Shift>}{Tab}{/Shift}')
      await userEvent.keyboard('cough')
      await press(document.body, 'Save the macro')
    },
    operation: 'putTextMacro',
  },
}

const words = 'It began on Sunday, and it is worse at night'
const fieldOf = ({ field }: Place): HTMLTextAreaElement | HTMLInputElement | null =>
  deepQuery<HTMLTextAreaElement | HTMLInputElement>(document.body, field)

const show = async (world: SampleWorld, place: Place, handlers: TestHandlers = {}) => {
  const client = world.client(place.person, { ...place.handlers, ...handlers })
  await mount(withProvider(client, place.element(world)))
  await settled()
  return { client, count: (id: string) => client.calls.filter(({ operationId }) => operationId === id).length }
}

const write = async (place: Place) => {
  const field = await waitFor(() => fieldOf(place), 'the field')
  await settled()
  field.focus()
  await userEvent.keyboard(`{Control>}a{/Control}${words}`)
  return field
}

describe.each(sampled(Object.entries(places)))('%s', (_, place) => {
  test('is there again after the session ended, and the server forgets it when it is sent', async () => {
    const world = createSampleWorld(place.stage && { stage: place.stage })
    await place.prepare?.(world)
    const first = await show(world, place)
    await place.open()
    await write(place)
    await waitFor(() => first.count('putOwnDraft') > 0, 'the text on the server')
    first.client.endSession()
    await waitFor(() => !pageText().includes(words) && fieldOf(place)?.value !== words, 'a page without the text')
    unmount()

    const second = await show(world, place)
    if (!place.opensItself) await place.open()
    await waitFor(() => fieldOf(place)?.value === words, 'what was written')
    await place.send()
    await waitFor(() => second.count(place.operation) > 0 && second.count('removeOwnDraft') > 0, 'that it is sent')
    expect(
      JSON.stringify(second.client.calls.find(({ operationId }) => operationId === place.operation)?.body),
    ).toContain(words)
  })

  test('is left alone when the server does not answer, and the page then asks before it is left', async () => {
    const world = createSampleWorld(place.stage && { stage: place.stage })
    await place.prepare?.(world)
    await show(world, place, {
      getOwnDraft: () => problem(0, 'connection_failed'),
      putOwnDraft: () => problem(0, 'connection_failed'),
    })
    await place.open()
    const field = await write(place)
    const leaves = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    await waitFor(() => !leaves(), 'the question')
    expect(field.value).toBe(words)
  })
})
