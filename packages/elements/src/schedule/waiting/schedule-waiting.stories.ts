import { html } from 'lit'
import { never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { asDesk, WaitingNow } from '../../../test/clinic-world.ts'
import { allSensitive, withMinor } from '../../../test/new-visit-samples.ts'
import { addVisitAt, fullWorld, TOMORROW } from '../../../test/schedule-page.ts'
import { clickOn, deepQuery, press, waitFor, withProvider, type Story, type StoryMeta } from '../../../test/story.ts'
import { addWaiting } from '../../../test/waitlist-page.ts'
import '../../define/provider.ts'
import '../../define/schedule.ts'

const meta: StoryMeta = { title: 'Clinician/Schedule: who waits' }
export default meta

const shown = (world: SampleWorld, handlers: TestHandlers) =>
  withProvider(world.client('practitioner', handlers), html`<visit-schedule></visit-schedule>`)

/** Texts in the languages of the stories. */
const WAITLIST = /^\s*(Waitlist|Lista de espera|قائمة الانتظار)/
const TAKE_OFF = /^\s*(Take off|Quitar|إزالة)\s/
const JOIN = /Put a patient|Poner a un paciente|إضافة مريض/
const NOW = /Waiting now|Esperan ahora|ينتظرون الآن/
const TAKE = /^\s*(Take|Atender|استقبال)\s/
const NEEDS = /Need another time|Necesitan otro horario|تحتاج إلى وقت آخر/

const waitingWorld = (): SampleWorld => {
  const world = fullWorld()
  addWaiting(world, undefined, { weekdays: [1, 5], dayParts: ['morning', 'afternoon'] })
  addWaiting(world, 24, { patientId: 'patient-alex', language: 'es' })
  addWaiting(world, undefined, { patientId: 'patient-kim', appointmentId: 'appointment-past' })
  return world
}

const onList = async (root: HTMLElement): Promise<void> => {
  await press(root, WAITLIST)
  await waitFor(() => deepQuery(root, '[part="waiting"]'), 'the list')
}

export const Waitlist: Story = {
  render: () => {
    const world = waitingWorld()
    return shown(world, asDesk(world))
  },
  play: ({ canvasElement }) => onList(canvasElement),
  width: 900,
}

export const TakeOffTheList: Story = {
  render: () => {
    const world = waitingWorld()
    return shown(world, asDesk(world))
  },
  play: async ({ canvasElement }) => {
    await onList(canvasElement)
    await press(canvasElement, TAKE_OFF)
  },
  width: 900,
}

export const PutOnTheList: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, asDesk(world))
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, WAITLIST)
    await press(canvasElement, JOIN)
    await waitFor(() => deepQuery(canvasElement, '#wait-type option:nth-child(2)'), 'the visits')
    await clickOn(canvasElement, 'form button[type="submit"]')
  },
  width: 900,
}

export const PutAMinorOnTheList: Story = {
  render: () => {
    const world = waitingWorld()
    for (const one of world.state.waitlist.slice(0, 2)) Object.assign(one, { consentedByMinor: true })
    return shown(world, { ...asDesk(world), ...withMinor(world), ...allSensitive(world) })
  },
  play: async ({ canvasElement }) => {
    await onList(canvasElement)
    await press(canvasElement, JOIN)
    const field = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#wait-patient'), 'the field')
    field.focus()
    field.value = 'Sample'
    field.dispatchEvent(new Event('input'))
    await clickOn(canvasElement, '#wait-patient-2')
    const select = await waitFor(
      () => deepQuery<HTMLSelectElement>(canvasElement, '#wait-type:has(option:nth-child(2))'),
      'the visits',
    )
    select.value = 'visit-type-new'
    select.dispatchEvent(new Event('change'))
    await clickOn(canvasElement, '#minor-alone')
  },
  width: 900,
}

export const WaitlistLoading: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, { ...asDesk(world), listWaitlist: never })
  },
  play: ({ canvasElement }) => press(canvasElement, WAITLIST),
  width: 900,
}

export const WaitlistOutOfReach: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, { ...asDesk(world), listWaitlist: () => problem(0, 'connection_failed') })
  },
  play: ({ canvasElement }) => press(canvasElement, WAITLIST),
  width: 900,
}

const withWaiting = (world: SampleWorld): WaitingNow => {
  const now = new WaitingNow(world)
  now.add('one', 'Lou Example', 12, { reason: 'A sample reason', language: 'es' })
  now.add('two', 'Max Sample', 3)
  return now
}

export const SomeWaitNow: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, withWaiting(world).handlers)
  },
  play: ({ canvasElement }) => waitFor(() => deepQuery(canvasElement, '[part="tools"]'), 'the number').then(() => {}),
  width: 900,
}

export const WaitingList: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, withWaiting(world).handlers)
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, NOW)
    await waitFor(() => deepQuery(canvasElement, '[part="waiting"]'), 'the list')
  },
  width: 900,
}

export const ColleagueWasFaster: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, { ...withWaiting(world).handlers, takeOnDemand: () => problem(409, 'request_ended') })
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, NOW)
    await press(canvasElement, TAKE)
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the refusal')
  },
  width: 900,
}

export const ClinicNeedsOtherTimes: Story = {
  render: () => {
    const world = fullWorld()
    const [own, other] = [addVisitAt(world, TOMORROW, '17:30', 7), addVisitAt(world, TOMORROW, '18:30', 8)]
    Object.assign(own, { support: { status: 'unsupported', reasons: ['outside-hours'] } })
    Object.assign(other, {
      support: { status: 'unsupported', reasons: ['closed'] },
      practitioner: { ...other.practitioner, id: 'practitioner-lee', displayName: 'Dr. Lee Placeholder' },
    })
    return shown(world, asDesk(world))
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, NEEDS)
    await waitFor(() => deepQuery(canvasElement, '[part="needs-time"]'), 'the visits')
  },
  width: 900,
}
