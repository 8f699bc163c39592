import { html, type TemplateResult } from 'lit'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import type { VisitGuest } from '@visitkit/sdk'
import '../define/provider.ts'
import '../define/guest-room.ts'
import '../define/video-room.ts'
import { usesCode } from '../../test/uses-code.ts'
import { clickOn, withProvider, waitForPicture, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Guests/Guest room' }
export default meta

/** A guest who has used the code, of a visit at this stage. */
const guestOf = (world: SampleWorld, status: VisitGuest['status']): void => {
  const { appointmentId = '', patientId } = world.ids
  const guest: VisitGuest = {
    id: 'guest-maria',
    ...{ appointmentId, patientId },
    name: 'Maria Gomez',
    kind: 'interpreter',
    status: 'invited',
    invitedBy: 'Robin Example',
    invitedByPatient: true,
    opensAt: world.now(),
    expiresAt: world.now(),
    version: 1,
  }
  world.state.guests.push(guest)
  usesCode(world, guest, 'Maria Gomez')
  guest.status = status
}
const room = (world: SampleWorld, more: TestHandlers = {}): TemplateResult =>
  withProvider(world.client('guest', more), html`<visit-guest-room></visit-guest-room>`)
const at = (stage: 'booked' | 'admitted', status: VisitGuest['status'], more: TestHandlers = {}): Story => ({
  render: () => {
    const world = createSampleWorld({ stage })
    guestOf(world, status)
    return room(world, more)
  },
})

export const NotBegun: Story = at('booked', 'waiting')
export const Asked: Story = at('admitted', 'waiting')
export const Admitted: Story = at('admitted', 'admitted')
export const Stopped: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'admitted' })
    guestOf(world, 'admitted')
    for (const visit of world.state.visits) visit.stoppedFor = ['telehealth-treatment']
    return room(world)
  },
}
export const Refused: Story = at('admitted', 'refused')
export const Removed: Story = at('admitted', 'removed')
export const Over: Story = at('admitted', 'ended')
export const Loading: Story = at('admitted', 'waiting', { getGuestVisit: never })
export const CannotJoin: Story = {
  ...at('admitted', 'admitted', { takeGuestSeat: () => problem(409, 'room_full') }),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.join'),
}
/** The clinician and the guest, with a real connection between them. */
export const Together: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'admitted' })
    guestOf(world, 'admitted')
    return html`${room(world)}
    ${withProvider(
      world.client('practitioner'),
      html`<visit-video-room visit-id=${world.ids.visitId ?? ''} autojoin></visit-video-room>`,
    )}`
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'visit-guest-room .btn.join, .btn.join')
    await waitForPicture(canvasElement)
    await new Promise((resolve) => setTimeout(resolve, 600))
  },
}
