import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import type { DeviceCheck } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { recordAnnouncements, recordEvents } from '../../test/record-announcements.ts'
import { fakeNetwork, sampleServers, type FakeNetwork } from '../../test/fake-network.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/device-check.ts'
import '../define/provider.ts'

let restore = (): void => {}
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
})

const show = async (network: FakeNetwork, handlers: TestHandlers = {}, lang = 'en') => {
  restore = fakeNetwork(network)
  const world = createSampleWorld({ stage: 'waiting' })
  const visitId = world.ids.visitId ?? ''
  const client = world.client('patient', {
    getNetworkTest: () => ({
      ...{ visitId, patientId: world.ids.patientId, iceServers: sampleServers },
      expiresAt: '2030-01-01T00:00:00Z',
    }),
    ...handlers,
  })
  await mount(withProvider(client, html`<visit-device-check visit-id=${visitId}></visit-device-check>`), lang)
  return { client, saved: () => world.state.visits[0]?.deviceCheck }
}
const chip = () => deepQuery(document.body, '.chip')?.textContent
/** A picture is measured for three seconds. */
const measured = async (saved: () => DeviceCheck | undefined): Promise<DeviceCheck> => {
  const result = () => saved()?.network && saved()
  return waitFor(result).catch(() => waitFor(result, 'the result'))
}
const reached = () => 'reached' as const
const start = () => press(document.body, 'Start the check')

test('what packets met is shown in numbers, and kept with the visit', async () => {
  const { saved } = await show({ reach: reached, roundTripMs: 80, lostPermille: 20, kilobitsPerSecond: 20_000 })
  const checked = recordEvents('visit-device-checked')
  const announced = recordAnnouncements(deepQuery(document.body, 'visit-device-check'))
  await start()
  await waitFor(() => pageText().includes('Sending test packets'), 'what is being done')
  expect(chip()).toBe('Checking')
  expect(checked).toEqual([])
  const { connection, network } = await measured(saved)
  expect(connection).toBe('good')
  expect(network).toMatchObject({
    ...{ cause: 'none', stun: 'reached', relayUdp: 'reached', relayTcp: 'reached', relayTls: 'reached', path: 'relay' },
    ...{ roundTripMs: 80, jitterMs: 4, errorCodes: [] },
  })
  expect(network?.lostPermille).toBeGreaterThan(10)
  expect(pageText()).toMatch(/Good for video\.\s+[\d.,]+ Mbit\/s, 80 ms there and back, \d+ % lost\./)
  expect([chip(), checked, announced.at(-1)]).toEqual(['Ready', [{ ok: true }], 'Check your camera and sound: Ready'])
})

test.each<[string, FakeNetwork, cause: string, remedy: string, chip: string]>([
  ['a firewall', { reach: () => 'silent' }, 'A firewall, a VPN or a filter blocks', 'Turn the VPN off', 'Check this'],
  [
    'a relay that refuses',
    { reach: (url) => (url.startsWith('stun') ? 'reached' : 'refused') },
    'did not accept our password',
    'call the clinic',
    'Check this',
  ],
  [
    'a relay that is away',
    { reach: (url) => (url.startsWith('stun') ? 'reached' : 'silent') },
    'We could not reach the clinic’s video relay.',
    'use another network',
    'Ready',
  ],
  [
    'loss',
    { reach: reached, lostPermille: 200 },
    'loses parts of picture and sound',
    'Move closer to your router',
    'Check this',
  ],
])('%s has its cause and its remedy', async (_, network, cause, remedy, outcome) => {
  const { saved } = await show(network)
  await start()
  await measured(saved)
  await waitFor(() => pageText().includes(cause), cause)
  expect(pageText()).toContain(remedy)
  expect(chip()).toBe(outcome)
})

test('a clinic that cannot be reached is said, and the check can be repeated', async () => {
  const { client, saved } = await show({ reach: reached }, { getNetworkTest: () => problem(0, 'connection_failed') })
  await start()
  expect((await measured(saved)).network).toMatchObject({ cause: 'offline', path: 'none' })
  await waitFor(() => pageText().includes('We could not reach the clinic.'), 'the cause')
  client.setHandlers({ getNetworkTest: () => problem(404, 'not_found') })
  await press(document.body, 'Check again')
  // A server that names none: the browser itself is tested.
  await waitFor(() => pageText().includes('Its connection cannot be measured here.'), 'the rest')
})

test('a check that is stopped has no result of the connection', async () => {
  const { saved } = await show({ reach: reached }, { getNetworkTest: () => new Promise(() => {}) })
  await start()
  await waitFor(() => pageText().includes('Sending test packets'), 'the test')
  await press(document.body, 'Done, turn the camera off')
  await waitFor(() => pageText().includes('Not measured: you stopped the check.'), 'the end')
  await waitFor(() => saved()?.camera === 'ok', 'the rest of the result')
  expect(saved()).toMatchObject({ connection: 'unknown' })
  expect(saved()?.network).toBeUndefined()
})
