import { html, type TemplateResult } from 'lit'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/provider.ts'
import '../define/video-room.ts'
import { usesCode } from '../../test/uses-code.ts'
import type { SoundFallback } from './sound-fallback.ts'
import type { LinkState } from '../video/driver.ts'
import { fakeDevices } from '../../test/fake-devices.ts'
import { refuseUntilCovered } from '../../test/refuse-until-covered.ts'
import { showsSmallWindow } from '../../test/small-window.ts'
import '../../test/stage-sample.ts'
import {
  clickOn,
  deepQuery,
  withProvider,
  waitFor,
  waitForPicture,
  type Story,
  type StoryMeta,
} from '../../test/story.ts'

const meta: StoryMeta = { title: 'Both/Video room' }
export default meta

type Person = 'patient' | 'practitioner'

const room = (world: SampleWorld, person: Person, more: TestHandlers = {}, autojoin = false): TemplateResult =>
  withProvider(
    world.client(person, more),
    html`<visit-video-room visit-id=${world.ids.visitId ?? ''} ?autojoin=${autojoin}></visit-video-room>`,
  )

/** Both participants of one visit on one page, with a real connection between them. */
const both = (): TemplateResult => {
  const world = createSampleWorld({ stage: 'admitted' })
  return html`${room(world, 'practitioner', {}, true)}${room(world, 'patient', {}, true)}`
}

export const BeforeJoining: Story = { render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient') }
export const Alone: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient', {}, true),
}
export const ClinicianAlone: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'practitioner', {}, true),
}
export const Together: Story = {
  width: 960,
  render: both,
  play: async ({ canvasElement }) => {
    await waitForPicture(canvasElement)
    await new Promise((resolve) => setTimeout(resolve, 600))
  },
}
/** One story for each state of the connection to another participant. */
const linked = (link: LinkState): Story => ({
  width: 960,
  render: () => withProvider(createSampleWorld().client('patient'), html`<stage-sample .link=${link}></stage-sample>`),
})
const fallenBack = (fallback: SoundFallback['state']): Story => ({
  width: 960,
  render: () =>
    withProvider(createSampleWorld().client('patient'), html`<stage-sample .fallback=${fallback}></stage-sample>`),
})
/** A long call with a long name, on a phone. */
export const OnAPhone: Story = {
  width: 390,
  render: () =>
    withProvider(
      createSampleWorld().client('patient'),
      html`<stage-sample .name=${'Dr. Alexandria Sample-Montgomery'} .elapsed=${'1:02:33'}></stage-sample>`,
    ),
}
export const TooPoorForAPicture: Story = fallenBack('sound')
export const GoodAgain: Story = fallenBack('offer')
export const LinkConnecting: Story = linked('connecting')
export const LinkWithoutPicture: Story = linked('no-picture')
export const LinkWithoutSound: Story = linked('no-sound')
export const LinkInterrupted: Story = linked('interrupted')
export const LinkReconnecting: Story = linked('reconnecting')
export const LinkAway: Story = linked('away')
export const LinkRefused: Story = linked('refused')
export const LinkNoAnswer: Story = linked('no-answer')
export const LinkNoPath: Story = linked('no-path')
export const GettingDevices: Story = {
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient'),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '.preview video'), 'the preview')
    // As while the browser asks the person.
    const restore = fakeDevices(() => new Promise(() => undefined))
    await clickOn(canvasElement, '.btn.join')
    await waitFor(() => deepQuery(canvasElement, '.btn.join[aria-disabled]'), 'the wait')
    await new Promise((resolve) => setTimeout(resolve, 300))
    restore()
  },
}
export const Connecting: Story = {
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient', { takeSeat: never }),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.join'),
}
/** The clinician was in the room, and pressed "Leave". Only their signals are there. */
const otherLeft = (): Story => {
  let world = createSampleWorld({ stage: 'admitted' })
  return {
    width: 960,
    render: () => {
      world = createSampleWorld({ stage: 'admitted' })
      return room(world, 'patient', {}, true)
    },
    play: async ({ canvasElement }) => {
      await waitFor(() => deepQuery(canvasElement, '.alone'), 'the patient in the room')
      const clinician = world.client('practitioner')
      const visitId = world.ids.visitId ?? ''
      await clinician.visits.takeSeat(visitId)
      const stay = { v: 1, session: 'their-stay' }
      const media = { microphone: true, camera: true, screen: false }
      await clinician.live.sendSignal(visitId, undefined, { ...stay, type: 'hello', reply: false, media })
      await clinician.live.sendSignal(visitId, undefined, { ...stay, type: 'bye' })
      await waitFor(() => deepQuery(canvasElement, '.alone a'), 'the number to call')
    },
  }
}
export const OtherLeft: Story = otherLeft()
/** The patient has revoked a consent that the visit needs. */
const stopped = (person: Person): Story => {
  let world = createSampleWorld({ stage: 'admitted' })
  return {
    render: () => {
      world = createSampleWorld({ stage: 'admitted' })
      return room(world, person, {}, true)
    },
    play: async ({ canvasElement }) => {
      await waitFor(() => deepQuery(canvasElement, '.alone'), 'the room')
      const active = world.state.consents.find(({ status }) => status === 'active')
      await world.client('patient').consents.revoke(active?.id ?? '')
      await waitFor(() => deepQuery(canvasElement, '.stopped'), 'the reason')
    },
  }
}
export const Stopped: Story = stopped('patient')
export const StoppedForClinician: Story = stopped('practitioner')
/** People write in their own language, and what they write is read out. */
const written = (): readonly [string, string, string] => {
  if (document.documentElement.lang === 'es')
    return ['La veo, pero no la oigo.', 'Pulse «Activar el sonido», por favor.', 'Sigue igual.\n¿Puede llamarme?']
  return ['I see you, and I cannot hear you.', 'Press “Turn the sound on”, please.', 'Still nothing.\nCan you call me?']
}
/** Both have written to each other, and the messages are open. */
const messages = (width: number, person: Person, aside: unknown = ''): Story => {
  let world = createSampleWorld({ stage: 'admitted' })
  return {
    width,
    render: () => {
      world = createSampleWorld({ stage: 'admitted' })
      return withProvider(
        world.client(person),
        html`<visit-video-room visit-id=${world.ids.visitId ?? ''} autojoin>${aside}</visit-video-room>`,
      )
    },
    play: async ({ canvasElement }) => {
      const visitId = world.ids.visitId ?? ''
      await waitFor(() => deepQuery(canvasElement, '.alone'), 'the room')
      const [first, answer, last] = written()
      await world.client('patient').threads.postInVisit(visitId, { text: first })
      await world.client('practitioner').threads.postInVisit(visitId, { text: answer })
      await world.client('patient').threads.postInVisit(visitId, { text: last })
      await clickOn(canvasElement, '.chat-button')
      await waitFor(() => deepQuery(canvasElement, '.talk li:nth-child(3)'), 'the messages')
    },
  }
}
export const Messages: Story = messages(960, 'patient')
export const MessagesNextToChart: Story = messages(
  1100,
  'practitioner',
  html`<div slot="aside"><p dir="auto">The chart of the patient</p></div>`,
)
export const MessagesWithoutCall: Story = {
  render: () =>
    room(
      createSampleWorld({ stage: 'admitted' }),
      'patient',
      { takeSeat: () => problem(503, 'vendor_unavailable') },
      true,
    ),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '.chat-button'), 'the button')
    await clickOn(canvasElement, '.chat-button')
    await waitFor(() => deepQuery(canvasElement, '#chat-text'), 'the field')
  },
}
/** Guests at each step, in the room of one person. `open` opens the list. */
const guests = (width: number, person: Person, open: boolean, invited = false): Story => {
  let world = createSampleWorld({ stage: 'admitted' })
  return {
    width,
    render: () => {
      world = createSampleWorld({ stage: 'admitted' })
      return withProvider(
        world.client(person),
        html`<visit-video-room
          visit-id=${world.ids.visitId ?? ''}
          autojoin
          guest-url="https://portal.lakeside.example/join"
        ></visit-video-room>`,
      )
    },
    play: async ({ canvasElement }) => {
      const appointmentId = world.ids.appointmentId ?? ''
      await waitFor(() => deepQuery(canvasElement, '.alone'), 'the room')
      await world.client('patient').guests.invite(appointmentId, { name: 'Maria Gomez', kind: 'interpreter' })
      await world.client('practitioner').guests.invite(appointmentId, { name: 'Luis Example', kind: 'family' })
      const [maria, luis] = world.state.guests
      if (!maria || !luis) return
      if (!invited) usesCode(world, maria, 'Maria Gomez')
      if (!open) {
        usesCode(world, luis, 'L. Example')
        luis.status = 'admitted'
        usesCode(world, luis, 'L. Example')
      }
      if (!open) return void (await waitFor(() => deepQuery(canvasElement, '.guest-notice'), 'the notice'))
      await clickOn(canvasElement, '.guests-button')
      await waitFor(() => deepQuery(canvasElement, 'dialog.guests li'), 'the guests')
      if (!invited) return
      const name = deepQuery<HTMLInputElement>(canvasElement, '#guest-name')
      if (name) name.value = 'Sam Example'
      name?.dispatchEvent(new Event('input'))
      await clickOn(canvasElement, 'dialog.guests form .btn.primary')
      await waitFor(() => deepQuery(canvasElement, '.given'), 'the code')
    },
  }
}
export const GuestAsksToJoin: Story = guests(960, 'practitioner', false)
export const GuestAsksThePatient: Story = guests(390, 'patient', false)
export const Guests: Story = guests(960, 'practitioner', true)
export const GuestInvited: Story = guests(390, 'patient', true, true)
const hideIn = async (canvasElement: HTMLElement): Promise<ShadowRoot> => {
  // Pictures of the page do not show windows over it.
  Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: undefined })
  const place = canvasElement.querySelector<HTMLElement>('.place')
  if (place) place.hidden = true
  return showsSmallWindow()
}
/** The page of the clinician shows another of its parts during the call. */
export const OutOfSight: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'admitted' })
    return html`<div class="place">${room(world, 'practitioner', {}, true)}</div>
      ${room(world, 'patient', {}, true)}`
  },
  play: async ({ canvasElement }) => {
    await waitForPicture(canvasElement)
    await hideIn(canvasElement)
    await new Promise((resolve) => setTimeout(resolve, 600))
  },
}
export const OutOfSightAloneAndMuted: Story = {
  render: () => html`<div class="place">${room(createSampleWorld({ stage: 'admitted' }), 'patient', {}, true)}</div>`,
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '.alone'), 'the room')
    await clickOn(await hideIn(canvasElement), '.btn')
    await new Promise((resolve) => setTimeout(resolve, 300))
  },
}
/** The person takes a seat in another window, before or after they are in the room here. */
const takenElsewhere = (isHere: boolean): Story => {
  let takeSeat = async (): Promise<unknown> => undefined
  return {
    width: 960,
    render: () => {
      const world = createSampleWorld({ stage: 'admitted' })
      const other = world.client('patient')
      takeSeat = () => other.visits.takeSeat(world.ids.visitId ?? '')
      return room(world, 'patient', {}, isHere)
    },
    play: async ({ canvasElement }) => {
      await waitFor(() => deepQuery(canvasElement, isHere ? '.alone' : '.btn.join'), 'the room')
      const heading = (): string | undefined => deepQuery(canvasElement, '.prejoin h2')?.textContent
      const before = heading()
      await takeSeat()
      await waitFor(() => heading() && heading() !== before, 'the choice')
    },
  }
}
export const AlreadyInAnotherWindow: Story = takenElsewhere(false)
export const MovedToAnotherWindow: Story = takenElsewhere(true)
export const Emergency: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'practitioner', {}, true),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.call-help'),
}
export const EmergencyWithoutContact: Story = {
  ...Emergency,
  render: () => {
    const world = createSampleWorld({ stage: 'admitted' })
    for (const visit of world.state.visits) {
      delete visit.emergencyContact
      visit.noEmergencyContact = 'number-not-known'
    }
    return room(world, 'practitioner', {}, true)
  },
}
export const Ending: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'practitioner', {}, true),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.end-visit'),
}
export const Left: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient', {}, true),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.leave'),
}
export const CannotJoin: Story = {
  render: () =>
    room(createSampleWorld({ stage: 'admitted' }), 'patient', { takeSeat: () => problem(503, 'vendor_unavailable') }),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.join'),
}
export const OfAColleague: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'admitted' })
    return room(world, 'practitioner', refuseUntilCovered(world, 'not_assigned', ['takeSeat']))
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.btn.join')
    await clickOn(canvasElement, '.banner .stack > div:not(.tight, .row) > .btn')
    await waitFor(() => deepQuery(canvasElement, '#cover-reason'), 'the step')
  },
}
export const Over: Story = { render: () => room(createSampleWorld({ stage: 'ended' }), 'patient') }
export const Loading: Story = {
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient', { getVisit: never }),
}
