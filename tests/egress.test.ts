import { createHook, type AsyncHook } from 'node:async_hooks'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../packages/reference-server/src/config.ts'
import { egressDestinations } from '../packages/reference-server/src/config/egress-destinations.ts'
import {
  startTestIssuer,
  type TestIssuer,
} from '../packages/reference-server/src/platform/identity/tests/start-test-issuer.testing.ts'
import {
  captureSocket,
  type CapturedSocket,
} from '../packages/reference-server/src/platform/partners/tests/capture-socket.ts'
import { startWitness, type SimulatedWitness } from '../packages/sandbox/src/witness/start-witness.ts'
import { startKeyService, type SimulatedKeyService } from '../packages/sandbox/src/key-service/start-key-service.ts'
import { migratedDatabase } from './migrated-database.ts'
import { body, createHospital, type Hospital } from './hospital/create-hospital.ts'
import { partners, productionSettings, type ProductionSettings } from './hospital/start-production.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { usePartner } from './production/use-partner.ts'

/** What the operating system is asked to connect to, below every library: Node sets the address after it has created the resource. */
interface Connecting {
  readonly address?: string
  readonly port?: number
}
const connections: Connecting[] = []
const others: string[] = []
const names: { readonly hostname?: string }[] = []
const capture: AsyncHook = createHook({
  init: (_id, type, _trigger, resource) => {
    if (type === 'TCPCONNECTWRAP') connections.push(resource as Connecting)
    if (type === 'GETADDRINFOREQWRAP') names.push(resource as { hostname?: string })
    if (['UDPWRAP', 'UDPSENDWRAP', 'QUERYWRAP', 'PIPECONNECTWRAP'].includes(type)) others.push(type)
  },
})

const loopback = (host: string): string => (['localhost', '::1', '127.0.0.1'].includes(host) ? 'loopback' : host)
const place = (host: string, port: number): string => `${loopback(host)}:${port}`

describe('every socket that a server opens during the work of a day', () => {
  let settings: ProductionSettings
  let environment: Readonly<Record<string, string>>
  let keyService: SimulatedKeyService
  let witness: SimulatedWitness
  let hook: CapturedSocket
  let issuer: TestIssuer
  let server: RunningServer
  let hospital: Hospital
  let databaseUrl: string

  beforeAll(async () => {
    settings = await productionSettings(partners.map((name) => `${name}:us:2026-01-01:`).join())
    keyService = await startKeyService({ port: 0 })
    witness = await startWitness({ port: 0, token: 'token-of-the-witness' })
    hook = await captureSocket()
    issuer = await startTestIssuer()
    databaseUrl = await migratedDatabase()
    const tokenFile = join(settings.environment['VISITKIT_KEY_FOLDER'] ?? '', 'token')
    await writeFile(tokenFile, keyService.token, { mode: 0o600 })
    await writeFile(`${tokenFile}-of-witness`, 'token-of-the-witness', { mode: 0o600 })
    await writeFile(`${tokenFile}-key-of-witness`, witness.publicKey)
    environment = {
      ...settings.environment,
      // The database of this test has no TLS, and the integrator is on this machine.
      VISITKIT_MODE: 'development',
      VISITKIT_KEY_SERVICE_URL: keyService.url,
      VISITKIT_KEY_SERVICE_TOKEN_FILE: tokenFile,
      VISITKIT_WITNESS_URL: witness.url,
      VISITKIT_WITNESS_KEY: `${tokenFile}-key-of-witness`,
      VISITKIT_WITNESS_TOKEN_FILE: `${tokenFile}-of-witness`,
      VISITKIT_WEBHOOK_HOSTS: `localhost:${hook.port}`,
    }
    capture.enable()
    server = await startServer({ databaseUrl, environment })
    hospital = await createHospital(server, settings.organizationId, 'daily')
  })
  afterAll(async () => {
    capture.disable()
    await server?.stop()
    await Promise.all([hook.stop(), issuer.stop(), keyService.stop(), witness.stop(), settings.remove()])
  })

  it('goes to a declared recipient, each declared recipient is reached, and nothing else is asked of the network', async () => {
    for (const name of partners) {
      await usePartner[name](hospital)
      await expect
        .poll(() => settings.sockets[name].received.length, { timeout: 30_000, message: name })
        .toBeGreaterThan(0)
    }
    await body(
      hospital.administrator.post('/v1/webhook-endpoints', { url: `https://localhost:${hook.port}/x`, events: ['*'] }),
    ).then(({ id }) => body(hospital.administrator.post(`/v1/webhook-endpoints/${id}/test`)))
    server.clock.advance({ seconds: 2 })
    await expect.poll(() => hook.received.length, { timeout: 30_000 }).toBeGreaterThan(0)
    await server.composed.identity.clients.registerIssuer(hospital.id, issuer.registration)
    await fetch(`${server.url}/v1/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${hospital.portal.clientId}:${hospital.portal.clientSecret}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        subject_token: await issuer.idToken('someone', server.clock.now()),
      }),
    })
    expect(issuer.fetches).toBe(1)
    await server.composed.platform.checkpointer.checkpointNow()
    expect(witness.stored.length).toBeGreaterThan(0)

    const declared = egressDestinations(readConfig({ ...environment, VISITKIT_DATABASE_URL: databaseUrl }))
    const { port: issuerPort } = new URL(issuer.registration.jwksUri)
    const ofTheTest = new URL(server.url).port
    const reached = new Set(
      connections
        .filter(({ port }) => String(port) !== ofTheTest)
        .map(({ address = 'unknown', port = 0 }) => place(address, port)),
    )
    const expected = new Set([
      ...declared.map(({ host, port }) => place(host, port)),
      place('127.0.0.1', Number(issuerPort)),
    ])
    expect([...reached].toSorted()).toEqual([...expected].toSorted())
    expect(new Set(names.map(({ hostname }) => hostname))).toEqual(new Set(['localhost']))
    expect(others).toEqual([])
  })

  it('each declared recipient of PHI has an agreement of this region, and each agreement has a recipient', () => {
    const config = readConfig({ ...environment, VISITKIT_DATABASE_URL: databaseUrl })
    const receiving = egressDestinations(config).filter(({ needsAgreement }) => needsAgreement)
    const agreed = config.vendorAgreements.filter(({ region }) => region === config.region)
    expect(new Set(receiving.map(({ name }) => name))).toEqual(new Set(agreed.map(({ vendor }) => vendor)))
  })
})
