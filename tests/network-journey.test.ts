import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { measureNetwork, NetworkResult } from '../packages/elements/src/device-check/network/measure-network.ts'
import { launchCallBrowser } from '../scripts/launch-call-browser.ts'
import { launchCallFirefox } from '../scripts/launch-call-firefox.ts'
import { freePorts } from '../scripts/free-ports.ts'
import { startLossyPath, startRelay, type IceServer, type Relay } from './relay.testing.ts'
import { variants } from './variants.testing.ts'

/* What the device check measures, with packets to a real relay, in two engines. The code of the element that measures runs alone in a page. */

const measuring = join(import.meta.dirname, '../packages/elements/src/device-check/network/measure-network.ts')

let relay: Relay
let script: string
beforeAll(async () => {
  relay = await startRelay()
  const { outputFiles } = await build({
    entryPoints: [measuring],
    ...{ bundle: true, format: 'iife', globalName: 'network', target: 'es2022', write: false },
  })
  script = outputFiles[0]?.text ?? ''
})
afterAll(() => relay?.stop())

interface Measuring {
  readonly measureNetwork: typeof measureNetwork
}

/** Chromium trusts the relay's certificate. */
const engines = {
  chromium: () => launchCallBrowser(`--ignore-certificate-errors-spki-list=${relay.keyHash}`),
  firefox: launchCallFirefox,
}

describe.each(variants(['chromium', 'firefox'] as const))('in %s, the device check', (engine) => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await engines[engine]()
    page = await browser.newPage()
    await page.addScriptTag({ content: script })
  })
  afterAll(() => browser?.close())

  const measure = async (servers: readonly IceServer[], at = page): Promise<NetworkResult> => {
    const result = await at.evaluate(
      (given) =>
        (globalThis as typeof globalThis & { network: Measuring }).network.measureNetwork(() => Promise.resolve(given)),
      servers,
    )
    expect(result.network.tookMs).toBeLessThanOrEqual(15_000)
    // Nothing that could be an address.
    expect(JSON.stringify(result)).not.toMatch(/\d+\.\d+\.\d+|candidate|[0-9a-f]{4}:/)
    return result
  }

  it('measures loss, jitter, round trip and speed through the relay', async () => {
    const { connection, network } = await measure([
      { urls: [`stun:127.0.0.1:${relay.port}`] },
      ...relay.servers(['udp', 'tcp']),
    ])
    expect({ connection, cause: network.cause, path: network.path }).toEqual({
      connection: 'good',
      cause: 'none',
      path: 'relay',
    })
    expect(network).toMatchObject({
      stun: 'reached',
      relayUdp: 'reached',
      relayTcp: 'reached',
      relayTls: 'not-configured',
    })
    expect(network.lostPermille).toBeLessThan(50)
    expect(network.jitterMs).toBeLessThan(50)
    expect(network.roundTripMs).toBeLessThan(300)
    expect(network.kilobitsPerSecond).toBeGreaterThan(1000)
  })

  it('says that the relay refuses the password', async () => {
    const { connection, network } = await measure(relay.servers(['udp', 'tcp'], relay.port, true))
    expect({ connection, cause: network.cause }).toEqual({ connection: 'poor', cause: 'relay-refused' })
    expect(network.errorCodes).toContain(401)
  })

  it('says that UDP is blocked, and measures the detour over TCP', async () => {
    const wall = await startLossyPath(relay.port, 1)
    const { connection, network } = await measure([
      { urls: [`stun:127.0.0.1:${wall.port}`] },
      ...relay.servers(['udp'], wall.port),
      ...relay.servers(['tcp']),
    ]).finally(wall.stop)
    expect({ connection, cause: network.cause, path: network.path }).toEqual({
      connection: 'fair',
      cause: 'udp-blocked',
      path: 'relay',
    })
    expect(network).toMatchObject({ stun: 'no-answer', relayUdp: 'no-answer', relayTcp: 'reached' })
  })

  // Firefox trusts a certificate only by its own store, which a test cannot fill.
  it.runIf(engine === 'chromium')(
    'reaches the relay over TLS where only that passes, and measures that way',
    async () => {
      const wall = await startLossyPath(relay.port, 1)
      const [closed = 0] = await freePorts(1)
      const { connection, network } = await measure([
        { urls: [`stun:127.0.0.1:${wall.port}`] },
        ...relay.servers(['udp'], wall.port),
        ...relay.servers(['tcp'], closed),
        ...relay.servers(['tls']),
      ]).finally(wall.stop)
      expect({ connection, cause: network.cause, path: network.path }).toEqual({
        connection: 'fair',
        cause: 'udp-blocked',
        path: 'relay',
      })
      const nothing = 'no-answer'
      expect(network).toMatchObject({ stun: nothing, relayUdp: nothing, relayTcp: nothing, relayTls: 'reached' })
      expect(network.roundTripMs).toBeLessThan(300)
      expect(network.kilobitsPerSecond).toBeGreaterThan(1000)
    },
  )

  it('does not reach a relay whose certificate it does not trust', async () => {
    const careful = await (engine === 'chromium' ? launchCallBrowser() : launchCallFirefox())
    try {
      const other = await careful.newPage()
      await other.addScriptTag({ content: script })
      const { connection, network } = await measure(relay.servers(['tls']), other)
      expect({ connection, cause: network.cause }).toEqual({ connection: 'poor', cause: 'blocked' })
      expect(network.relayTls).toBe('no-answer')
    } finally {
      await careful.close()
    }
  })

  it('counts the packets that are lost on the way', async () => {
    const road = await startLossyPath(relay.port, 0.1)
    const { network } = await measure(relay.servers(['udp'], road.port)).finally(road.stop)
    expect(network).toMatchObject({ cause: 'lossy', path: 'relay' })
    expect(network.lostPermille).toBeGreaterThan(50)
  })

  it('says that nothing passes', async () => {
    const wall = await startLossyPath(relay.port, 1)
    const { connection, network } = await measure([
      { urls: [`stun:127.0.0.1:${wall.port}`] },
      ...relay.servers(['udp'], wall.port),
    ]).finally(wall.stop)
    expect({ connection, cause: network.cause }).toEqual({ connection: 'poor', cause: 'blocked' })
  })

  it('says without servers only that the browser connects', async () => {
    const { connection, network } = await measure([])
    expect({ connection, cause: network.cause, path: network.path }).toEqual({
      connection: 'unknown',
      cause: 'not-measured',
      path: 'direct',
    })
  })
})
