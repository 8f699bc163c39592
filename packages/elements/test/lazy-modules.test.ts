import { html, type TemplateResult } from 'lit'
import { afterEach, expect, test, vi } from 'vitest'
import type { Note } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import '../src/define/appointments.ts'
import '../src/define/booking.ts'
import '../src/define/chart.ts'
import '../src/define/claim-desk.ts'
import '../src/define/consent-dialog.ts'
import '../src/define/device-check.ts'
import '../src/define/messages.ts'
import '../src/define/note-editor.ts'
import '../src/define/prescription-pad.ts'
import '../src/define/provider.ts'
import '../src/define/schedule.ts'
import '../src/define/video-room.ts'
import { worldWithVisit } from './appointments-page.ts'
import { blockModules } from './block-modules.ts'
import { focusComesTo } from './keyboard.ts'
import { mount, pageText, settled, unmount } from './mount.ts'
import { deepQuery, withProvider, press, waitFor } from './story.ts'

/*
 * Modules that load after the first render may fail to load. Each is blocked in the browser before it was loaded, so that the person sees
 * the failure where they need the part, and gets it with "Try again" when the connection is back.
 */

afterEach(async () => {
  unmount()
  await blockModules()
})

const loadProblem = 'We could not reach the clinic'
const waitForProblem = (text = loadProblem) => waitFor(() => pageText().includes(text), 'the failure')
const tryAgain = async (): Promise<void> => {
  await blockModules()
  await press(document.body, 'Try again')
  await waitFor(() => !pageText().includes(loadProblem), 'the end of the failure')
}

const show = async (
  stage: Parameters<typeof createSampleWorld>[0],
  content: (world: SampleWorld) => TemplateResult,
  more: (world: SampleWorld) => TestHandlers = () => ({}),
  lang = 'en',
): Promise<TestClient> => {
  const world = createSampleWorld(stage)
  const client = world.client('practitioner', more(world))
  await mount(withProvider(client, content(world)), lang)
  await settled()
  return client
}

// Must be first: every provider loads it.
test('the view after the end of the session is retried until it loads', async () => {
  await blockModules('session-views.ts')
  const client = await show({}, () => html`<p>The page</p>`)
  client.endSession()
  await settled()
  expect(pageText()).not.toContain('You have been signed out')
  await blockModules()
  await waitFor(() => pageText().includes('You have been signed out'), 'the words')
})

test('the client module is retried, and until then the page shows what is missing', async () => {
  await blockModules('make-client.ts')
  const ready = vi.fn()
  const provider = html`<visit-provider
    server-url="https://visits.example"
    .getSession=${async () => null}
    @visit-ready=${ready}
  ></visit-provider>`
  await mount(provider, 'en')
  await waitForProblem()
  expect(ready).not.toHaveBeenCalled()
  await blockModules()
  await waitFor(() => !pageText().includes(loadProblem), 'the end of the failure')
  expect(ready).toHaveBeenCalledOnce()
})

test('the form of the prescription pad', async () => {
  await blockModules('prescription-panel.ts')
  const pad = ({ ids }: SampleWorld) =>
    html`<visit-prescription-pad patient-id=${ids.patientId} visit-id=${ids.visitId ?? ''}></visit-prescription-pad>`
  const loadProblemTexts = [
    ['es', 'Receta nueva', 'No pudimos comunicarnos con la clínica', 'Intentar de nuevo'],
    ['ar', 'وصفة جديدة', 'تعذّر الوصول إلى العيادة', 'حاول مرة أخرى'],
    ['en', 'New prescription', loadProblem, 'Try again'],
  ] as const
  for (const [lang, begin, what, again] of loadProblemTexts) {
    await show({ stage: 'in-visit' }, pad, undefined, lang)
    expect(pageText()).not.toContain(what)
    await press(document.body, begin)
    await waitForProblem(what)
    await press(document.body, again)
    await waitForProblem(what)
  }
  await tryAgain()
  await focusComesTo('Medicine')
})

test('the message composer', async () => {
  await blockModules('composer.ts')
  await show({}, ({ ids }) => html`<visit-messages patient-id=${ids.patientId}></visit-messages>`)
  expect(pageText()).not.toContain(loadProblem)
  await press(document.body, 'Write a message')
  await waitForProblem()
  await tryAgain()
  await waitFor(() => deepQuery(document.body, 'textarea'), 'the field')
})

test('what is chosen in a consent about substance use: nothing is asked for without it', async () => {
  await blockModules('part-two-part.ts')
  const dialog = html`<visit-consent-dialog inline purposes="part-two-disclosure"></visit-consent-dialog>`
  await mount(withProvider(createSampleWorld().client('patient'), dialog), 'en')
  await waitForProblem()
  expect(deepQuery(document.body, '#signature')).toBeNull()
  await tryAgain()
  await waitFor(() => deepQuery(document.body, '#part-information'), 'the choices')
})

test('the held lines of the claim desk', async () => {
  await blockModules('held-lines-page.ts')
  await show({}, () => html`<visit-claim-desk></visit-claim-desk>`)
  await press(document.body, 'Held')
  await waitForProblem()
  await tryAgain()
  await waitFor(() => pageText().includes('ELSE0042'), 'the lines')
})

test('the findings of a claim, which is shown all the same', async () => {
  await blockModules('finding-list.ts')
  await show({}, () => html`<visit-claim-desk claim-id="claim-blocked"></visit-claim-desk>`)
  await waitForProblem()
  expect(pageText()).toContain('Alex Sample')
  await tryAgain()
  await waitFor(() => pageText().includes('Choose the diagnoses that the service was for'), 'the findings')
})

test('the panels of the schedule', async () => {
  await blockModules('hours-panel.ts')
  await show({}, () => html`<visit-schedule></visit-schedule>`)
  await press(document.body, 'Hours and time off')
  await waitForProblem()
  await press(document.body, 'Back to the schedule')
  expect(pageText()).toContain('Today')
  await press(document.body, 'Hours and time off')
  await waitForProblem()
  await tryAgain()
  await focusComesTo('Weekly hours')
})

test('the measurement of the connection, without which the devices are checked all the same', async () => {
  await blockModules('network-part.ts')
  await show({}, () => html`<visit-device-check></visit-device-check>`)
  await press(document.body, 'Start the check')
  await waitForProblem()
  expect(pageText()).toContain('Your camera works.')
  await blockModules()
  await press(document.body, 'Check again')
  await waitFor(() => pageText().includes('Its connection cannot be measured here.'), 'the measurement')
})

const editor = ({ ids }: SampleWorld): TemplateResult =>
  html`<visit-note-editor visit-id=${ids.visitId ?? ''}></visit-note-editor>`

test('the history of a note', async () => {
  await blockModules('note-side-panels.ts')
  await show({ stage: 'ended' }, editor)
  expect(pageText()).not.toContain(loadProblem)
  await press(document.body, 'History')
  await waitForProblem()
  await tryAgain()
  await focusComesTo('Versions')
})

test('psychotherapy notes, while the note itself is shown', async () => {
  await blockModules('psychotherapy-note.ts')
  await show({ stage: 'ended' }, editor, (world) => {
    const { openNote } = world.handlersFor('practitioner')
    return {
      openNote: async (input) => ({ ...((await openNote?.(input)) as Note), psychotherapyNotes: true }),
    }
  })
  await waitForProblem()
  expect(deepQuery(document.body, '#section-plan')).not.toBeNull()
  await tryAgain()
  await waitFor(() => deepQuery(document.body, '#psychotherapy'), 'the notes apart')
})

test('problem actions, and trends of scores and values', async () => {
  await blockModules('problem-panel.ts', 'trends-view.ts')
  await show({ stage: 'in-visit' }, ({ ids }) => html`<visit-chart patient-id=${ids.patientId}></visit-chart>`)
  await waitFor(() => pageText().split(loadProblem).length === 3, 'both failures')
  expect(pageText()).toMatch(/I10.*lisinopril/s)
  await blockModules()
  await press(document.body, 'Try again')
  await waitFor(() => pageText().includes('No longer on the list'), 'what is over')
  await tryAgain()
  await waitFor(() => pageText().includes('PHQ-9'), 'the scores')
})

test('what keeps a call in sight, and the library of the video vendor: no call begins without them', async () => {
  await blockModules('during-call.ts', 'peer-driver.ts')
  const taken = vi.fn()
  await show(
    { stage: 'admitted' },
    ({ ids }) => html`<visit-video-room visit-id=${ids.visitId ?? ''}></visit-video-room>`,
    (world) => {
      const { takeSeat } = world.handlersFor('practitioner')
      return { takeSeat: (input) => (taken(), takeSeat?.(input)) as ReturnType<NonNullable<typeof takeSeat>> }
    },
  )
  await press(document.body, 'Join')
  await waitForProblem()
  expect(taken).not.toHaveBeenCalled()
  await blockModules('peer-driver.ts')
  await press(document.body, 'Join')
  await waitFor(() => taken.mock.calls.length === 1, 'a seat')
  await waitForProblem()
  await blockModules()
  await press(document.body, 'Join')
  await waitFor(() => deepQuery(document.body, '[part="controls"]'), 'the room')
})

const showPatient = async (content: TemplateResult, world = createSampleWorld({ stage: 'booked' })): Promise<void> => {
  await mount(withProvider(world.client('patient'), content))
  await settled()
}

test('the last steps of a booking, before anything is booked', async () => {
  await blockModules('booking-end.ts')
  await showPatient(html`<visit-booking zone="America/New_York"></visit-booking>`)
  await press(document.body, 'Primary care')
  await press(document.body, 'New concern')
  await press(document.body, 'Dr. Jo Sample')
  const slot = await waitFor<HTMLElement>(() => deepQuery(document.body, 'button.slot'), 'free times')
  slot.click()
  await press(document.body, 'Continue')
  await waitForProblem()
  await tryAgain()
  await press(document.body, 'Book this visit')
  await waitFor(() => pageText().includes('Your visit is booked'), 'the booking')
})

test('a line or a family that cannot be loaded is not offered, and the booking works', async () => {
  await blockModules('family-part.ts', 'on-demand-part.ts')
  const world = createSampleWorld({ stage: 'new' })
  world.state.visitTypeChanges['visit-type-new'] = { onDemand: true }
  await showPatient(html`<visit-booking zone="America/New_York"></visit-booking>`, world)
  await press(document.body, 'Primary care')
  await waitFor(() => pageText().includes('New concern'), 'the visits')
  expect(pageText()).not.toContain('See a clinician now')
})

test('the details of visits, which are shown without them, and the steps that change one', async () => {
  await blockModules('visit-details.ts', 'visit-steps.ts')
  const { world } = worldWithVisit()
  await showPatient(html`<visit-appointments zone="America/New_York"></visit-appointments>`, world)
  await waitFor(() => pageText().includes('Your next visit'), 'the visits')
  expect(pageText()).not.toContain('It takes place here')
  expect(pageText()).not.toContain(loadProblem)
  await press(document.body, /^\s*Cancel\s/)
  await waitForProblem()
  await tryAgain()
  await focusComesTo('Cancel this visit?')
})
