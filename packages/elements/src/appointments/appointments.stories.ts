import { html } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { clickOn, deepQuery, withProvider, press, waitFor, type Story, type StoryMeta } from '../../test/story.ts'
import { inviteGuest } from '../../test/invite-guest.ts'
import '../define/appointments.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'Appointments' }
export default meta

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** Adds an appointment like the one that the sample world has, some days from now. */
const add = (world: SampleWorld, id: string, days: number, more: Partial<Appointment> = {}): void => {
  const [like] = world.state.appointments
  if (!like) throw new Error('The sample world has no appointment')
  // On the half hour, as clinics book.
  const start = Math.floor(Date.parse(world.now()) / (30 * MINUTE)) * 30 * MINUTE + days * DAY
  const at = (minutes: number): string => new Date(start + minutes * MINUTE).toISOString().replace('.000', '')
  world.state.appointments.push({
    ...like,
    ...{ id, start: at(0), end: at(30), status: 'booked', version: 1, questionnaires: ['general'] },
    ...{ changeableUntil: at(-120), checkInFrom: at(-30) },
    ...more,
  })
}

const someVisits = (): SampleWorld => {
  const world = createSampleWorld({ stage: 'new' })
  add(world, 'appointment-soon', 3)
  add(world, 'appointment-later', 17, { modality: 'audio' })
  for (const [index, status] of (['cancelled', 'no-show', 'completed', 'completed', 'completed'] as const).entries())
    add(world, `appointment-before-${index}`, -40 - index * 30, { status })
  return world
}

const shown = (world: SampleWorld, handlers: TestHandlers = {}) =>
  withProvider(
    world.client('patient', handlers),
    html`<visit-appointments zone="America/Chicago"></visit-appointments>`,
  )

/** Texts in the languages of the stories. */
const CHANGE_TIME = /Change the time|Cambiar el horario|تغيير الوقت/
const CANCEL = /^\s*(Cancel|Cancelar|إلغاء)\s/
const CONTINUE = /Continue|Continuar|متابعة/
const MOVE = /Move the visit|Cambiar la consulta|نقل الزيارة/
const CANCEL_NOW = /Cancel this visit|Cancelar esta consulta|إلغاء هذه الزيارة/

const toTimes = async (root: HTMLElement): Promise<void> => {
  await press(root, CHANGE_TIME)
  await waitFor(() => deepQuery(root, 'button.slot'), 'free times')
}

const hold = async (root: HTMLElement): Promise<void> => {
  await toTimes(root)
  await clickOn(root, 'button.slot')
}

const toConfirm = async (root: HTMLElement): Promise<void> => {
  await hold(root)
  await press(root, CONTINUE)
  await waitFor(() => deepQuery(root, 'dl'), 'the old and the new time')
}

export const ToComeAndPast: Story = { render: () => shown(someVisits()) }

export const InterpreterMissing: Story = {
  render: () => {
    const world = someVisits()
    for (const [place, one] of world.state.appointments.entries())
      one.missingInterpreter = { language: 'ar', ...(place % 2 === 1 && { reason: 'brings-someone' }) }
    return shown(world)
  },
}

export const CaptionsNeeded: Story = {
  render: () => {
    const world = someVisits()
    for (const [place, one] of world.state.appointments.entries())
      one.missingCaptioner = place % 2 === 1 ? { reason: 'brings-someone' } : {}
    return shown(world)
  },
}

export const InvitesAGuest: Story = {
  render: () => shown(someVisits()),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[data-guests-of]')
    await inviteGuest(canvasElement, 'Luis Example')
  },
}

export const Empty: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'new' })
    world.state.appointments = []
    return shown(world)
  },
}

export const CheckInOpen: Story = { render: () => shown(createSampleWorld({ stage: 'booked' })) }

export const Unsupported: Story = {
  render: () => {
    const world = someVisits()
    add(world, 'appointment-unsupported', 2, { support: { status: 'unsupported', reasons: ['time-off'] } })
    return shown(world)
  },
}

/** In a series, with others who take part, in a row with a child, and at the clinic. */
export const Details: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'new' })
    const seriesId = 'series-1'
    for (const [index, status] of (['completed', 'booked', 'booked'] as const).entries())
      add(world, `appointment-series-${index}`, 3 + (index - 1) * 7, {
        ...{ seriesId, status },
        additionalPractitioners: [{ ...world.state.appointments[0]!.practitioner, displayName: 'Dr. Lee Placeholder' }],
        resources: [
          { id: 'resource-1', kind: 'interpreter', name: 'Ana Specimen' },
          { id: 'resource-2', kind: 'room', name: 'Room 4' },
        ],
        ...(index === 2 && { modality: 'in-person' }),
      })
    world.state.visitTypeChanges[world.state.appointments[0]!.visitTypeId] = { capacity: 8 }
    return withProvider(
      world.client('patient'),
      html`<visit-appointments
        zone="America/Chicago"
        clinic-address="1 Sample Avenue, Sampleton, OH 00000"
      ></visit-appointments>`,
    )
  },
}

export const MovedByPhone: Story = {
  render: () => {
    const world = someVisits()
    world.state.bookingModes[world.state.appointments[0]!.visitTypeId] = 'request'
    return shown(world)
  },
}

export const Requested: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'booked' })
    for (const one of world.state.appointments)
      if (one.status === 'booked') Object.assign(one, { status: 'requested', answerBy: one.changeableUntil })
    return shown(world)
  },
}

export const CheckedIn: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'booked' })
    for (const one of world.state.appointments) if (one.status === 'booked') one.status = 'checked-in'
    return shown(world)
  },
}

export const ChooseNewTime: Story = {
  render: () => shown(someVisits()),
  play: ({ canvasElement }) => toTimes(canvasElement),
}

export const NewTimeHeld: Story = {
  render: () => shown(someVisits()),
  play: async ({ canvasElement }) => {
    await hold(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '[aria-pressed="true"]'), 'the held time')
  },
}

export const NewTimeTaken: Story = {
  render: () => {
    const world = someVisits()
    const nearest = [26, 27].map((hours) => new Date(Date.parse(world.now()) + hours * 60 * MINUTE).toISOString())
    return shown(world, { holdSlot: () => problem(409, 'slot_taken', { nearest }) })
  },
  play: async ({ canvasElement }) => {
    await hold(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '[role="alert"] .num'), 'the nearest times')
  },
}

export const CheckNewTime: Story = {
  render: () => shown(someVisits()),
  play: ({ canvasElement }) => toConfirm(canvasElement),
}

export const Moved: Story = {
  render: () => shown(someVisits()),
  play: async ({ canvasElement }) => {
    await toConfirm(canvasElement)
    await press(canvasElement, MOVE)
    await waitFor(() => deepQuery(canvasElement, '.avatar.ok'), 'the moved visit')
  },
}

export const AskToCancel: Story = {
  render: () => shown(someVisits()),
  play: async ({ canvasElement }) => {
    await press(canvasElement, CANCEL)
    await waitFor(() => deepQuery(canvasElement, 'fieldset'), 'the reasons')
  },
}

export const NoReasonChosen: Story = {
  render: () => shown(someVisits()),
  play: async ({ canvasElement }) => {
    await press(canvasElement, CANCEL)
    await press(canvasElement, CANCEL_NOW)
    await waitFor(() => deepQuery(canvasElement, '.error'), 'the missing reason')
  },
}

export const Cancelled: Story = {
  render: () => shown(someVisits()),
  play: async ({ canvasElement }) => {
    await press(canvasElement, CANCEL)
    await clickOn(canvasElement, 'input[name="why"]')
    await press(canvasElement, CANCEL_NOW)
    await waitFor(() => deepQuery(canvasElement, '.avatar.ok'), 'the cancelled visit')
  },
}

export const ForWhom: Story = {
  render: () => {
    const world = someVisits()
    const { displayName } = { displayName: 'Sky Example' }
    return shown(world, {
      getMe: async (input) => {
        const me = await world.handlers.getMe?.(input)
        if (!me || !('patients' in me)) throw new Error('The sample world has no person')
        return { ...me, patients: [...me.patients, { ...me.patients[0]!, id: 'patient-sky', displayName, age: 9 }] }
      },
    })
  },
}

export const Loading: Story = { render: () => shown(someVisits(), { listAppointments: never }) }

export const OutOfReach: Story = {
  render: () => shown(someVisits(), { listAppointments: () => problem(0, 'connection_failed') }),
}
