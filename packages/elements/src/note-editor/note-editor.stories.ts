import { html } from 'lit'
import type { CounselingNotesConsent, Note, OwnNoteKind, PsychotherapyNote } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/note-editor.ts'
import '../define/provider.ts'
import { refuseUntilCovered } from '../../test/refuse-until-covered.ts'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Clinician/Note editor' }
export default meta

const world = (): SampleWorld => createSampleWorld({ stage: 'ended' })
const editor = (in_: SampleWorld, more: TestHandlers = {}) =>
  withProvider(
    in_.client('practitioner', more),
    html`<visit-note-editor visit-id=${in_.ids.visitId ?? ''} zone="America/New_York"></visit-note-editor>`,
  )

/** The note of the world's visit, opened and filled in by the clinician. */
const filled = async (in_: SampleWorld, more: Partial<Note> = {}): Promise<Note> => {
  const client = in_.client('practitioner')
  const note = await client.notes.open(in_.ids.visitId ?? '')
  return client.notes.save(note.id, {
    templateCode: 'soap',
    sections: [
      {
        code: 'subjective',
        text: 'Reason for the visit: A sample reason\n\nCough for four days, worse at night. No fever. No trouble breathing.',
      },
      { code: 'objective', text: 'Comfortable on the video, speaks in whole sentences. Dry cough twice.' },
      { code: 'assessment', text: 'Acute cough after a cold. Nothing points to pneumonia.' },
      { code: 'plan', text: 'Fluids and rest. Call if there is fever or short breath.' },
      { code: 'instructions', text: 'Drink plenty of water. Call us if you get a fever.' },
    ],
    diagnoses: [{ code: 'R05.1' }, { code: 'I10' }],
    vitals: [
      { loinc: '8480-6', value: 138, unit: 'mm[Hg]', source: 'patient-reported' },
      { loinc: '8462-4', value: 86, unit: 'mm[Hg]', source: 'patient-reported' },
      { loinc: '8867-4', value: 74, unit: '/min', source: 'device' },
    ],
    services: [{ codeSystem: 'local', code: 'TELE30', units: 1, diagnosisPointers: [1] }],
    version: note.version,
    ...more,
  })
}

/** A world whose note is filled in before the element renders. */
const after = (
  prepare: (in_: SampleWorld) => Promise<unknown>,
  more: (in_: SampleWorld) => TestHandlers = () => ({}),
) => {
  const in_ = world()
  const ready = prepare(in_)
  const { openNote } = in_.handlersFor('practitioner')
  return editor(in_, {
    openNote: async (input) => {
      await ready
      return openNote?.(input) as Promise<Note>
    },
    ...more(in_),
  })
}
const sign = async (in_: SampleWorld): Promise<Note> => {
  const note = await filled(in_)
  return in_.client('practitioner').notes.sign(note.id, { version: note.version })
}
const type = async (root: HTMLElement, selector: string, text: string): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(root, selector), selector)
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input'))
}

export const Empty: Story = { width: 960, render: () => editor(world()) }
export const Filled: Story = { width: 960, render: () => after(filled) }
export const InSidePanel: Story = { width: 380, render: () => after(filled) }
export const Loading: Story = { width: 960, render: () => editor(world(), { openNote: never }) }
export const NotStarted: Story = {
  width: 960,
  render: () => editor(world(), { openNote: () => problem(409, 'visit_not_started') }),
}
export const Searching: Story = {
  width: 960,
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await type(canvasElement, '#add-diagnosis', 'ac')
    await waitFor(() => deepQuery(canvasElement, '[role=option]'), 'the codes')
  },
}
export const NotSaved: Story = {
  width: 960,
  render: () => after(filled, () => ({ saveNote: () => problem(0, 'connection_failed') })),
  play: async ({ canvasElement }) => {
    await type(canvasElement, '#section-plan', 'Fluids and rest. Come back in a week.')
    deepQuery(canvasElement, '#section-plan')?.blur()
    await waitFor(() => deepQuery(canvasElement, '.status.bad'), 'the word')
  },
}
export const OfAColleague: Story = {
  width: 960,
  render: () => after(filled, (in_) => refuseUntilCovered(in_, 'not_assigned', ['saveNote'])),
  play: async ({ canvasElement }) => {
    await type(canvasElement, '#section-plan', 'Fluids and rest. Come back in a week.')
    deepQuery(canvasElement, '#section-plan')?.blur()
    await clickOn(canvasElement, '.banner .stack > div:not(.tight, .row) > .btn')
    await waitFor(() => deepQuery(canvasElement, '#cover-reason'), 'the step')
  },
}
export const ValidationFault: Story = {
  width: 960,
  render: () => after(filled),
  play: ({ canvasElement }) => type(canvasElement, '#vital-8867-4', '740'),
}

/** Another screen changes the plan too. */
const conflict = (): ReturnType<typeof after> =>
  after(filled, (in_) => {
    const { saveNote } = in_.handlersFor('practitioner')
    let isFirst = true
    return {
      saveNote: async (input) => {
        if (isFirst) {
          isFirst = false
          const client = in_.client('practitioner')
          const { version, ...note } = await client.notes.get(input.path.noteId)
          const sections = note.sections.map((one) =>
            one.code === 'plan' ? { ...one, text: 'Chest picture tomorrow.' } : one,
          )
          await client.notes.save(input.path.noteId, { ...note, sections, version })
        }
        return saveNote?.(input) as Promise<Note>
      },
    }
  })
const provoke = async (canvasElement: HTMLElement): Promise<void> => {
  await type(canvasElement, '#section-plan', 'Fluids and rest. Come back in a week.')
  deepQuery(canvasElement, '#section-plan')?.blur()
  await waitFor(() => deepQuery(canvasElement, '.banner.warn'), 'the conflict')
}
export const Conflict: Story = { width: 960, render: conflict, play: ({ canvasElement }) => provoke(canvasElement) }
export const Comparing: Story = {
  width: 960,
  render: conflict,
  play: async ({ canvasElement }) => {
    await provoke(canvasElement)
    await clickOn(canvasElement, '.banner .btn')
  },
}
export const WithMacros: Story = {
  width: 380,
  render: () => after(filled),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.aids .btn[aria-expanded]')
    await waitFor(() => deepQuery(canvasElement, '#macro-name'), 'the macros')
  },
}
export const FromOrderSet: Story = {
  width: 960,
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '#order-set'), 'the order sets')
    await type(canvasElement, '#order-set', 'high')
    await clickOn(canvasElement, '[role=option]')
    await waitFor(() => deepQuery(canvasElement, '.orders p .btn'), 'its orders')
  },
}
export const CopiedForward: Story = {
  width: 960,
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#copy-forward')
    await clickOn(canvasElement, '.section .btn')
    await waitFor(() => deepQuery(canvasElement, '.section .origin'), 'the origin')
  },
}
export const VisitStillRuns: Story = {
  width: 380,
  render: () => after(filled, () => ({ signNote: () => problem(409, 'visit_not_ended') })),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.bar .primary')
    await waitFor(() => deepQuery(canvasElement, '[role=alert]'), 'the reason')
  },
}
export const Signed: Story = { width: 960, render: () => after(sign) }
/** One value is corrected, one was entered in error, and one is being corrected. */
export const CorrectingVitals: Story = {
  width: 960,
  render: () =>
    after(async (in_) => {
      const { id, observations } = await sign(in_)
      const { vitals } = in_.client('practitioner')
      const [systolic, diastolic] = observations
      if (!systolic || !diastolic) throw new Error('no vitals')
      await vitals.correct(id, systolic.id, { status: 'corrected', value: 128, changes: 0 })
      await vitals.correct(id, diastolic.id, { status: 'entered-in-error', changes: 0 })
    }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'li:last-child [id^=correct-]')
    await clickOn(canvasElement, 'form.within .primary')
    await waitFor(() => deepQuery(canvasElement, '.within .error'), 'the range')
  },
}
export const AwaitingCosign: Story = {
  width: 960,
  render: () =>
    after(
      async (in_) => {
        const note = await filled(in_)
        await in_.client('practitioner').notes.sign(note.id, { version: note.version, supervisorId: 'member-lee' })
      },
      () => {
        const { getMe } = world().handlersFor('practitioner')
        return {
          getMe: async (input) => ({ ...((await getMe?.(input)) as object), personId: 'member-lee' }) as never,
        }
      },
    ),
}
export const Addended: Story = {
  width: 380,
  render: () =>
    after(async (in_) => {
      const note = await sign(in_)
      await in_.client('practitioner').notes.addend(note.id, { text: 'The patient called: the cough is better.' })
    }),
}
export const Adding: Story = {
  width: 960,
  render: () => after(sign),
  play: ({ canvasElement }) => clickOn(canvasElement, '.part:last-child .btn'),
}
export const History: Story = {
  width: 960,
  render: () => after(filled),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#history-button')
    await clickOn(canvasElement, '.versions-list .btn')
    await waitFor(() => deepQuery(canvasElement, 'ins'), 'the difference')
  },
}

/** A behavioral health visit, whose therapist keeps psychotherapy notes. */
const withOwnNotes = (kind: OwnNoteKind, consent?: CounselingNotesConsent) => () => {
  const in_ = world()
  const text = 'Speaks of the brother for the first time. Ask about the summer next week.'
  const ready = filled(in_).then(({ visitId }) =>
    in_.client('practitioner').notes.savePsychotherapy(visitId, { text, version: 0 }),
  )
  const { openNote, getPsychotherapyNote } = in_.handlersFor('practitioner')
  return editor(in_, {
    openNote: async (input) => {
      await ready
      return { ...((await openNote?.(input)) as Note), psychotherapyNotes: true, ownNotes: kind }
    },
    getPsychotherapyNote: async (input) => ({
      ...((await getPsychotherapyNote?.(input)) as PsychotherapyNote),
      ...{ kind, ...(consent && { consent }) },
    }),
  })
}
const withPsychotherapyNotes = withOwnNotes('psychotherapy')
const openOwnNotes: Story['play'] = async ({ canvasElement }) => {
  await clickOn(canvasElement, '.psychotherapy .btn')
  await waitFor(() => deepQuery(canvasElement, '#psychotherapy-note'), 'the notes')
}
export const PsychotherapyNotes: Story = { width: 960, render: withPsychotherapyNotes }
export const WritingPsychotherapyNotes: Story = {
  width: 960,
  render: withPsychotherapyNotes,
  play: openOwnNotes,
}
/** A visit about substance use: no consent covers the counseling notes. */
export const CounselingNotes: Story = {
  width: 960,
  render: withOwnNotes('substance-use-counseling'),
  play: openOwnNotes,
}
/** The patient signed the consent that covers them. */
export const CounselingNotesWithConsent: Story = {
  width: 960,
  render: withOwnNotes('substance-use-counseling', {
    consentId: 'consent-counseling',
    signedAt: '2026-11-20T15:00:00Z',
    notice: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
    scope:
      'The patient signed consent consent-counseling on 2026-11-20. It covers: counseling notes. Recipients: treating providers. Purposes: treatment. It ends when the patient revokes it.',
  }),
  play: openOwnNotes,
}
