import { html } from 'lit'
import type { OnDemandRequest } from '@visitkit/sdk'
import { problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { actsForFamily } from '../../test/booking-page.ts'
import { addOthers, worldWithLine } from '../../test/on-demand-page.ts'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/booking.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'OnDemand' }
export default meta

const shown = (world: SampleWorld = worldWithLine(), handlers: TestHandlers = {}) =>
  withProvider(
    world.client('patient', handlers),
    html`<visit-booking zone="America/Chicago" appointments-url="#visits"></visit-booking>`,
  )

const toForm = async (root: HTMLElement): Promise<void> => {
  await clickOn(root, '.pick')
  await waitFor(() => deepQuery(root, '#now-state'), 'the form')
}

const wait = async (root: HTMLElement): Promise<void> => {
  await toForm(root)
  await clickOn(root, 'button[type="submit"]')
}

export const Offered: Story = { render: () => shown() }

export const WhereAreYou: Story = { render: () => shown(), play: ({ canvasElement }) => toForm(canvasElement) }

export const NotLicensed: Story = {
  render: () => shown(worldWithLine(), { requestOnDemand: () => problem(422, 'not_licensed') }),
  play: async ({ canvasElement }) => {
    await wait(canvasElement)
    await waitFor(() => deepQuery(canvasElement, 'form [role="alert"]'), 'the refusal')
  },
}

export const InLine: Story = {
  render: () => {
    const world = worldWithLine()
    addOthers(world, 3)
    return shown(world, {
      requestOnDemand: async (input) => {
        const request = (await world.handlers.requestOnDemand!(input)) as OnDemandRequest
        return { ...request, estimatedMinutes: 25 }
      },
    })
  },
  play: async ({ canvasElement }) => {
    await wait(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '.card.pad'), 'the place in line')
  },
}

export const NextInLine: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await wait(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '.card.pad'), 'the place in line')
  },
}

export const SeveralInLine: Story = {
  render: () => {
    const world = worldWithLine()
    addOthers(world, 1, { id: 'on-demand-robin', patientId: 'patient-robin', estimatedMinutes: 25 })
    addOthers(world, 1, { id: 'on-demand-noor', patientId: 'patient-noor' })
    return shown(world, actsForFamily(world))
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '[part="place"] + [part="place"]'), 'both places')
  },
}

export const NoLongerInLine: Story = {
  render: () => {
    const world = worldWithLine()
    return shown(world, {
      requestOnDemand: async (input) => {
        const request = (await world.handlers.requestOnDemand!(input)) as OnDemandRequest
        return { ...request, status: 'expired' }
      },
    })
  },
  play: async ({ canvasElement }) => {
    await wait(canvasElement)
    await waitFor(() => !deepQuery(canvasElement, '#now-state'), 'the end')
  },
}

export const Taken: Story = {
  render: () => {
    const world = worldWithLine()
    return shown(world, {
      requestOnDemand: async (input) => {
        const request = await world.handlers.requestOnDemand!(input)
        if (!('id' in request)) throw new Error('The sample world refused it')
        await world.client('practitioner').onDemand.take(request.id)
        return world.client('patient').onDemand.get(request.id)
      },
    })
  },
  play: async ({ canvasElement }) => {
    await wait(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '.avatar.ok'), 'the booked visit')
  },
}
