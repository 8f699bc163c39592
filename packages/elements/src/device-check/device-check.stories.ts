import { html } from 'lit'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/device-check.ts'
import '../define/provider.ts'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import { fakeDevices, rejectDevices } from '../../test/fake-devices.ts'
import { fakeNetwork, sampleServers, type FakeNetwork } from '../../test/fake-network.ts'

const meta: StoryMeta = { title: 'Patient/Device check' }
export default meta

const check = html`<visit-device-check></visit-device-check>`

/** Runs the check with these fake devices. */
const checkedWith =
  (error: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const restore = fakeDevices(rejectDevices(error))
    await clickOn(canvasElement, '.begin')
    await new Promise((resolve) => setTimeout(resolve, 100))
    restore()
  }

export const NotStarted: Story = { render: () => check }
export const Ready: Story = {
  render: () => check,
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.begin')
    await clickOn(canvasElement, '.play')
    await clickOn(canvasElement, '.heard')
  },
}
export const Blocked: Story = { render: () => check, play: checkedWith('NotAllowedError') }
export const NoDevices: Story = { render: () => check, play: checkedWith('NotFoundError') }
export const DevicesInUse: Story = { render: () => check, play: checkedWith('NotReadableError') }
export const NoSound: Story = {
  render: () => check,
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.begin')
    await clickOn(canvasElement, '.play')
    await clickOn(canvasElement, '.silent')
  },
}
/** A visit of a clinic that has servers of every kind. */
const ofVisit = (handlers: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'waiting' })
  const visitId = world.ids.visitId ?? ''
  const client = world.client('patient', {
    getNetworkTest: () => ({
      visitId,
      patientId: world.ids.patientId,
      iceServers: sampleServers,
      expiresAt: '2030-01-01T00:00:00Z',
    }),
    ...handlers,
  })
  return withProvider(client, html`<visit-device-check visit-id=${visitId}></visit-device-check>`)
}

/** The connection over this network, with a result. */
const over = (network: FakeNetwork, handlers: TestHandlers = {}): Required<Pick<Story, 'render' | 'play'>> => ({
  render: () => ofVisit(handlers),
  play: async ({ canvasElement }) => {
    const restore = fakeNetwork(network)
    await clickOn(canvasElement, '.begin')
    const result = () => deepQuery(canvasElement, '.chip.ok, .chip.warn')
    // A picture is measured for three seconds.
    await waitFor(result).catch(() => waitFor(result, 'the result'))
    restore()
  },
})
const reached = () => 'reached' as const

export const ConnectionMeasured: Story = over({ reach: reached, kilobitsPerSecond: 20_000 })
export const ConnectionLossy: Story = over({ reach: reached, lostPermille: 180, kilobitsPerSecond: 20_000 })
export const ConnectionBlocked: Story = over({ reach: () => 'silent' })
export const RelayRefused: Story = over({ reach: (url) => (url.startsWith('stun') ? 'reached' : 'refused') })
export const UdpBlocked: Story = over({
  reach: (url) => (/udp|stun/.test(url) ? 'silent' : 'reached'),
  kilobitsPerSecond: 20_000,
})
export const ClinicNotReached: Story = over(
  { reach: reached },
  { getNetworkTest: () => problem(0, 'connection_failed') },
)
export const Measuring: Story = {
  render: () => ofVisit({ getNetworkTest: () => new Promise(() => {}) }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.begin')
    await waitFor(() => deepQuery(canvasElement, 'meter'), 'the microphone')
  },
}
export const Finished: Story = {
  render: () => check,
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.begin')
    await clickOn(canvasElement, '.play')
    await clickOn(canvasElement, '.heard')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await clickOn(canvasElement, '.finish')
  },
}
