import { html, type TemplateResult } from 'lit'
import type { VisitGuest } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld } from '@visitkit/sdk/testing'
import '../define/provider.ts'
import '../define/guest-room.ts'
import '../define/video-room.ts'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import { showsSmallWindow } from '../../test/small-window.ts'
import { usesCode } from '../../test/uses-code.ts'

const meta: StoryMeta = { title: 'Both/Recording of a call' }
export default meta

type Person = 'patient' | 'practitioner' | 'guest'

const roomOf = (world: SampleWorld, person: Person): TemplateResult =>
  withProvider(
    world.client(person),
    person === 'guest'
      ? html`<visit-guest-room></visit-guest-room>`
      : html`<visit-video-room visit-id=${world.ids.visitId ?? ''} autojoin></visit-video-room>`,
  )

const admitGuest = (world: SampleWorld): void => {
  const { appointmentId = '', patientId } = world.ids
  const guest: VisitGuest = {
    ...{ id: 'guest-maria', appointmentId, patientId, name: 'Maria Gomez', kind: 'interpreter', status: 'invited' },
    ...{ invitedBy: 'Robin Example', invitedByPatient: true, opensAt: world.now(), expiresAt: world.now(), version: 1 },
  }
  world.state.guests.push(guest)
  usesCode(world, guest, 'Maria Gomez')
  guest.status = 'admitted'
}

/** The others are in the room, of whom only the seats are there, and one of them has asked to record. */
const asked = (
  person: Person,
  width: number,
  then: (world: SampleWorld, canvas: HTMLElement) => Promise<unknown>,
): Story => {
  let world = createSampleWorld({ stage: 'admitted' })
  return {
    width,
    render: () => {
      world = createSampleWorld({ stage: 'admitted' })
      const [consent] = world.state.consents
      if (consent) world.state.consents.push({ ...consent, id: 'consent-recording', purpose: 'recording' })
      if (person === 'guest') admitGuest(world)
      return html`<div class="place">${roomOf(world, person)}</div>`
    },
    play: async ({ canvasElement }) => {
      const visitId = world.ids.visitId ?? ''
      if (person === 'guest') await clickOn(canvasElement, '.btn.join')
      await waitFor(() => deepQuery(canvasElement, '.alone'), 'the room')
      for (const other of ['patient', 'practitioner'] as const)
        if (other !== person) await world.client(other).visits.takeSeat(visitId)
      if (person === 'practitioner') await clickOn(canvasElement, '.recording-button')
      else await world.client('practitioner').recordings.ask(visitId)
      await then(world, canvasElement)
    },
  }
}
const agrees = (world: SampleWorld): Promise<unknown> =>
  world.client('patient').recordings.answer(world.ids.visitId ?? '', { agrees: true })
const isAsked = (_: SampleWorld, canvas: HTMLElement): Promise<unknown> =>
  waitFor(() => deepQuery(canvas, 'dialog.recording-question[open]'), 'the question')
const isNoted = (_: SampleWorld, canvas: HTMLElement): Promise<unknown> =>
  waitFor(() => deepQuery(canvas, '.recording-note'), 'the note')
const isMarked = (canvas: HTMLElement): Promise<unknown> =>
  waitFor(() => deepQuery(canvas, '.state > .recording'), 'the red mark')

export const PatientAsked: Story = asked('patient', 390, isAsked)
export const PatientAnswersLater: Story = asked('patient', 390, async (world, canvas) => {
  await isAsked(world, canvas)
  deepQuery<HTMLDialogElement>(canvas, 'dialog.recording-question')?.close()
  await isNoted(world, canvas)
})
export const PatientRecorded: Story = asked('patient', 390, async (_, canvas) => {
  await clickOn(canvas, '.recording-question .btn')
  await isMarked(canvas)
})
export const GuestAsked: Story = asked('guest', 390, isAsked)
export const ClinicianWaits: Story = asked('practitioner', 960, isNoted)
export const ClinicianWaitsOnAPhone: Story = asked('practitioner', 390, isNoted)
export const ClinicianRecords: Story = asked('practitioner', 960, async (world, canvas) => {
  await isNoted(world, canvas)
  await agrees(world)
  await isMarked(canvas)
})
export const Refused: Story = asked('practitioner', 960, async (world, canvas) => {
  await isNoted(world, canvas)
  await world.client('patient').recordings.answer(world.ids.visitId ?? '', { agrees: false })
  await waitFor(() => !world.state.visits[0]?.recordingRequest && deepQuery(canvas, '.recording-note'), 'the end')
})
export const OutOfSight: Story = asked('practitioner', 960, async (world, canvas) => {
  await isNoted(world, canvas)
  await agrees(world)
  await isMarked(canvas)
  Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: undefined })
  const place = canvas.querySelector<HTMLElement>('.place')
  if (place) place.hidden = true
  await showsSmallWindow()
})
