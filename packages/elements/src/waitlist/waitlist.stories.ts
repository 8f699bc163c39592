import { html } from 'lit'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { deepQuery, press, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import { addWaiting } from '../../test/waitlist-page.ts'
import '../define/appointments.ts'
import '../define/booking.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'Waitlist' }
export default meta

const world = () => createSampleWorld({ stage: 'new' })
const visits = (of: ReturnType<typeof world>, handlers: TestHandlers = {}) =>
  withProvider(of.client('patient', handlers), html`<visit-appointments zone="America/Chicago"></visit-appointments>`)
const booking = (handlers: TestHandlers = {}) =>
  withProvider(world().client('patient', handlers), html`<visit-booking zone="America/Chicago"></visit-booking>`)

/** Texts in the languages of the stories. */
const WAIT = /Tell me when a time is free|Avisarme cuando haya un horario libre|أخبروني عندما يتوفر موعد/
const JOIN = /Wait for a time|Esperar un horario$|انتظار موعد$/
const TAKE = /Take this time|Aceptar este horario|أخذ هذا الموعد/

const toForm = async (root: HTMLElement): Promise<void> => {
  await press(root, /Primary care|Atención primaria/)
  await press(root, /New concern|Nuevo problema de salud/)
  await press(root, 'Dr. Jo Sample')
  await press(root, WAIT)
  await waitFor(() => deepQuery(root, 'input[type="date"]'), 'the days')
}
const join = async (root: HTMLElement): Promise<void> => {
  await toForm(root)
  const button = await waitFor<HTMLElement>(() => deepQuery(root, 'form .btn.primary'), String(JOIN))
  button.click()
}

export const WaitForTime: Story = { render: () => booking(), play: ({ canvasElement }) => toForm(canvasElement) }

export const Joined: Story = {
  render: () => booking(),
  play: async ({ canvasElement }) => {
    await join(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '.banner #wait'), 'the place on the list')
  },
}

export const WaitsAlready: Story = {
  render: () => booking({ joinWaitlist: () => problem(409, 'already_waiting') }),
  play: async ({ canvasElement }) => {
    await join(canvasElement)
    await waitFor(() => deepQuery(canvasElement, 'form [role="alert"]'), 'the refusal')
  },
}

export const Waiting: Story = {
  render: () => {
    const here = world()
    addWaiting(here)
    return visits(here)
  },
}

export const TimeOffered: Story = {
  render: () => {
    const here = world()
    addWaiting(here, undefined, { practitioner: undefined as never })
    addWaiting(here, 24)
    return visits(here)
  },
}

export const OfferEnded: Story = {
  render: () => {
    const here = world()
    addWaiting(here, 24)
    return visits(here, { acceptWaitlistOffer: () => problem(409, 'offer_ended') })
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, TAKE)
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the refusal')
  },
}
