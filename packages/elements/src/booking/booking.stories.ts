import { html } from 'lit'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { actsForChild, actsForFamily, manyTimes } from '../../test/booking-page.ts'
import { clickOn, deepQuery, withProvider, press, waitFor, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/booking.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'Booking' }
export default meta

const shown = (handlers: TestHandlers = {}, world = createSampleWorld({ stage: 'new' })) =>
  withProvider(
    world.client('patient', handlers),
    html`<visit-booking zone="America/Chicago" appointments-url="#visits"></visit-booking>`,
  )

/** Texts in the languages of the stories. */
const PRIMARY_CARE = /Primary care|Atención primaria/
const NEW_CONCERN = /New concern|Nuevo problema de salud/
const ANYONE = /Anyone who is free|Cualquiera que esté libre|أي شخص متاح/
const DOCTOR = 'Dr. Jo Sample'

const toTimes = async (root: HTMLElement, who: string | RegExp = DOCTOR): Promise<void> => {
  await press(root, PRIMARY_CARE)
  await press(root, NEW_CONCERN)
  await press(root, who)
  await waitFor(() => deepQuery(root, '.slot'), 'free times')
}

const hold = async (root: HTMLElement): Promise<void> => {
  await toTimes(root)
  deepQuery(root, 'button.slot')?.click()
}

const toConfirm = async (root: HTMLElement): Promise<void> => {
  await hold(root)
  await press(root, /Continue|Continuar|متابعة/)
  await waitFor(() => deepQuery(root, 'textarea'), 'the reason')
}

const write = (root: HTMLElement, text: string): void => {
  const area = deepQuery<HTMLTextAreaElement>(root, 'textarea')
  if (!area) throw new Error('There is nothing to write in')
  area.value = text
  area.dispatchEvent(new Event('input'))
}

export const WhatFor: Story = { render: () => shown() }

export const WhichVisit: Story = {
  render: () => shown(),
  play: ({ canvasElement }) => press(canvasElement, PRIMARY_CARE),
}

export const WithWhom: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await press(canvasElement, PRIMARY_CARE)
    await press(canvasElement, NEW_CONCERN)
    await waitFor(() => deepQuery(canvasElement, '.free'), 'the first free times')
  },
}

export const ChooseTime: Story = {
  render: () => shown(),
  play: ({ canvasElement }) => toTimes(canvasElement, ANYONE),
}

export const TimeHeld: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await hold(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '[aria-pressed="true"]'), 'the held time')
  },
}

const CHANGE_PLACE = /Change where you will be|Cambiar dónde estará|تغيير المكان/

const toPlace = async (root: HTMLElement): Promise<void> => {
  await toTimes(root)
  await press(root, CHANGE_PLACE)
  await waitFor(() => deepQuery(root, '#state'), 'the states')
}

export const WhereWillYouBe: Story = { render: () => shown(), play: ({ canvasElement }) => toPlace(canvasElement) }

export const NoLicenseThere: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await toPlace(canvasElement)
    const select = deepQuery<HTMLSelectElement>(canvasElement, '#state')
    if (select) select.value = 'AZ'
    await clickOn(canvasElement, '.btn.primary[type="submit"]')
    await waitFor(() => deepQuery(canvasElement, '.banner'), 'what can be done')
  },
}

const shownAs = (mode: 'request' | 'view') => {
  const world = createSampleWorld({ stage: 'new' })
  world.state.bookingModes['visit-type-new'] = mode
  return shown({}, world)
}

export const CallToBook: Story = {
  render: () => shownAs('view'),
  play: ({ canvasElement }) => toTimes(canvasElement),
}

export const GroupSeats: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'new' })
    world.state.visitTypeChanges['visit-type-new'] = { capacity: 8 }
    return shown({}, world)
  },
  play: ({ canvasElement }) => toTimes(canvasElement),
}

const shownToFamily = () => {
  const world = createSampleWorld({ stage: 'new' })
  return shown(actsForFamily(world), world)
}

const chooseFamily = async (root: HTMLElement): Promise<void> => {
  await press(root, /Book for more than one person|Reservar para más de una persona|الحجز لأكثر من شخص/)
  await press(root, 'Noor Example')
  await press(root, 'Robin Example')
}

const toFamilyConfirm = async (root: HTMLElement): Promise<void> => {
  await chooseFamily(root)
  await press(root, /Continue|Continuar|متابعة/)
  await toConfirm(root)
}

export const ForWhom: Story = { render: () => shownToFamily() }

export const ForSeveral: Story = {
  render: () => shownToFamily(),
  play: ({ canvasElement }) => chooseFamily(canvasElement),
}

export const CheckSeveral: Story = {
  render: () => shownToFamily(),
  play: ({ canvasElement }) => toFamilyConfirm(canvasElement),
}

export const SeveralBooked: Story = {
  render: () => shownToFamily(),
  play: async ({ canvasElement }) => {
    await toFamilyConfirm(canvasElement)
    await press(canvasElement, /Book these visits|Reservar estas consultas|حجز هذه الزيارات/)
    await waitFor(() => deepQuery(canvasElement, '.avatar.ok'), 'the booking')
  },
}

export const Requested: Story = {
  render: () => shownAs('request'),
  play: async ({ canvasElement }) => {
    await toConfirm(canvasElement)
    await press(canvasElement, /Request this visit|Solicitar esta consulta|طلب هذه الزيارة/)
    await waitFor(() => !deepQuery(canvasElement, 'textarea'), 'the request')
  },
}

/** Urgent care: a time every five minutes. */
export const ManyTimes: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'new' })
    return withProvider(
      world.client('patient', { ...manyTimes(world), ...actsForChild(world) }),
      html`<visit-booking zone="America/Chicago" appointments-url="#visits"></visit-booking>`,
    )
  },
  play: async ({ canvasElement }) => {
    await toTimes(canvasElement)
    await clickOn(canvasElement, '.day:nth-child(2) input')
    await waitFor(() => deepQuery(canvasElement, 'details[open] .slot'), 'the times of the morning')
  },
}

export const JustTaken: Story = {
  render: () => shown({ holdSlot: () => problem(409, 'slot_taken') }),
  play: async ({ canvasElement }) => {
    await hold(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the explanation')
  },
}

export const CheckAndBook: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await toConfirm(canvasElement)
    write(canvasElement, 'My cough has not gone away for two weeks.')
  },
}

export const HoldRanOut: Story = {
  render: () => shown({ bookAppointment: () => problem(409, 'hold_expired') }),
  play: async ({ canvasElement }) => {
    await toConfirm(canvasElement)
    write(canvasElement, 'My cough has not gone away for two weeks.')
    await press(canvasElement, /Book this visit|Reservar esta consulta|حجز هذه الزيارة/)
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the explanation')
  },
}

export const Booked: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await toConfirm(canvasElement)
    await press(canvasElement, /Book this visit|Reservar esta consulta|حجز هذه الزيارة/)
    await waitFor(() => deepQuery(canvasElement, '.avatar.ok'), 'the booking')
  },
}

export const NoTimes: Story = {
  render: () =>
    shown({
      searchSlots: ({ query: { from = '', to = '' } }) => ({ items: [], practitioners: [], minutes: 30, from, to }),
    }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, PRIMARY_CARE)
    await press(canvasElement, NEW_CONCERN)
    await press(canvasElement, ANYONE)
    await waitFor(() => deepQuery(canvasElement, '.banner'), 'the explanation')
  },
}

export const Loading: Story = { render: () => shown({ listVisitTypes: never }) }

export const LoadingTimes: Story = {
  render: () => shown({ searchSlots: never }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, PRIMARY_CARE)
    await press(canvasElement, NEW_CONCERN)
  },
}

export const OutOfReach: Story = { render: () => shown({ listVisitTypes: () => problem(0, 'connection_failed') }) }
