import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureSocket, type CapturedSocket } from '../partners/tests/capture-socket.ts'
import { databaseSocket } from '../database/open/database-socket.ts'
import type { Destination } from './destination.ts'
import { EgressRefused } from './egress-refused.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import type { Resolve } from './permitted-address.ts'

const listening: Server[] = []
const listen = async (answer: RequestListener): Promise<number> => {
  const server = createServer(answer)
  listening.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
const destination = (host: string, port: number, mayBePrivate = true): Destination => ({
  name: 'pharmacy',
  host,
  port,
  setting: 'VISITKIT_PHARMACY_URL',
  needsAgreement: true,
  mayBePrivate,
})
const refusals: EgressRefused[] = []
const reaching = (destinations: readonly Destination[], resolve?: Resolve): Outgoing =>
  createOutgoing({
    destinations,
    remedy: 'Name it in VISITKIT_PHARMACY_URL.',
    onRefused: (refused) => void refusals.push(refused),
    keepAlive: false,
    ...(resolve && { resolve }),
  })

/** What has connected, whether or not it was permitted. */
let trap: CapturedSocket
beforeAll(async () => {
  trap = await captureSocket()
})
afterAll(async () => {
  await trap.stop()
  for (const server of listening) server.close()
})

describe('a connection of the server', () => {
  it('reaches a recipient that the settings name, with what is sent and answered', async () => {
    const port = await listen((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        response.writeHead(202, { 'x-method': request.method ?? '', 'set-cookie': ['a=1', 'b=2'] })
        response.end(`${request.headers['x-key'] ?? ''} ${Buffer.concat(chunks).toString()}`)
      })
    })
    const outgoing = reaching([destination('127.0.0.1', port)])
    const response = await outgoing.fetch(`http://127.0.0.1:${port}/claims`, {
      method: 'POST',
      headers: { 'x-key': 'k' },
      body: 'ISA*ñ~',
    })
    expect([response.status, response.headers.get('x-method'), await response.text()]).toEqual([
      202,
      'POST',
      'k ISA*ñ~',
    ])
  })

  it('is refused to any other host or port, before a socket is opened, with host and remedy', async () => {
    const outgoing = reaching([destination('network.example', trap.port), destination('127.0.0.1', trap.port + 1)])
    const asked: readonly (() => unknown)[] = [
      () => outgoing.fetch(`http://127.0.0.1:${trap.port}/patients/Fictional`),
      async () => outgoing.connect({ host: '127.0.0.1', port: trap.port }),
      async () => outgoing.connect({ host: '127.0.0.1', port: trap.port, tls: {} }),
      async () => outgoing.require('127.0.0.1', trap.port),
      () =>
        new Promise<void>((done, reject) => {
          outgoing.socket().once('error', reject).once('connect', done).connect(trap.port, '127.0.0.1')
        }),
    ]
    for (const ask of asked)
      await expect(ask()).rejects.toMatchObject({
        code: 'host-not-permitted',
        message: `127.0.0.1:${trap.port} is not a permitted recipient. Name it in VISITKIT_PHARMACY_URL.`,
      })
    expect(trap.connections).toBe(0)
    expect(refusals.map(({ host }) => host)).toContain(`127.0.0.1:${trap.port}`)
  })

  it.each([
    ['hooks.example.org', true],
    ['a.b.example.org', true],
    ['HOOKS.EXAMPLE.ORG', true],
    ['example.org', false],
    ['badexample.org', false],
    ['example.org.evil.test', false],
  ])('to %s, where *.example.org is named: %s', (host, isPermitted) => {
    const ask = () => reaching([destination('*.example.org', 443)]).require(host, 443)
    if (isPermitted) expect(ask).not.toThrow()
    else expect(ask).toThrow(EgressRefused)
  })

  it('does not follow a redirect, not even to a recipient that is named', async () => {
    const port = await listen((_, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${trap.port}/collect` }).end()
    })
    const outgoing = reaching([destination('127.0.0.1', port), destination('127.0.0.1', trap.port)])
    await expect(outgoing.fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: 'redirected',
      message: `The recipient redirects to 127.0.0.1:${trap.port}. Redirects are not followed. Set the address that it redirects to.`,
    })
    expect(trap.connections).toBe(0)
  })

  it.each([
    ['10.0.0.7', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['169.254.169.254', true],
    ['0.0.0.0', true],
    ['::', true],
    ['::ffff:169.254.169.254', true],
    ['fe80::1', true],
    ['224.0.0.1', true],
  ])('is refused when its name resolves to %s, private addresses permitted: %s', async (address, mayBePrivate) => {
    const resolve: Resolve = (_, done) => done(null, [{ address, family: address.includes(':') ? 6 : 4 }])
    const outgoing = reaching([destination('network.example', trap.port, mayBePrivate)], resolve)
    await expect(outgoing.fetch(`http://network.example:${trap.port}/`)).rejects.toMatchObject({
      code: 'address-not-permitted',
      message:
        'network.example resolves to an address that is not permitted. Correct its DNS entry, or add it to VISITKIT_PRIVATE_HOSTS if it is in your own network.',
    })
    expect(trap.connections).toBe(0)
  })

  it('is refused when one of several addresses of an answer is not permitted', async () => {
    const resolve: Resolve = (_, done) =>
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '169.254.169.254', family: 4 },
      ])
    const outgoing = reaching([destination('network.example', trap.port)], resolve)
    await expect(outgoing.fetch(`http://network.example:${trap.port}/`)).rejects.toThrow(EgressRefused)
    expect(trap.connections).toBe(0)
  })

  it('ends with the reason of its signal, also while the response is read', async () => {
    const port = await listen((_, response) => void response.writeHead(200).write('beginning'))
    const outgoing = reaching([destination('127.0.0.1', port)])
    const response = await outgoing.fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(300) })
    await expect(response.text()).rejects.toMatchObject({ name: 'TimeoutError' })
    await expect(
      outgoing.fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.abort(new Error('stopped')) }),
    ).rejects.toThrow('stopped')
  })

  it('to the database is to the host of its URL only', async () => {
    const socket = databaseSocket('postgres://visits@database.example/visits')() as ReturnType<Outgoing['socket']>
    await expect(
      new Promise<void>((done, reject) => {
        socket.once('error', reject).once('connect', done).connect(trap.port, '127.0.0.1')
      }),
    ).rejects.toThrow(`127.0.0.1:${trap.port} is not a permitted recipient. Name it in VISITKIT_DATABASE_URL.`)
    expect(trap.connections).toBe(0)
  })
})
