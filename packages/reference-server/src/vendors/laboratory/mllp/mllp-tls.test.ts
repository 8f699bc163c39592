import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendOverMllp, type MllpAddress } from './send-over-mllp.ts'
import { startMllpServer, type MllpServer } from './mllp-server.ts'
import { selfSigned } from './self-signed.testing.ts'
import { anyHost } from '../../../platform/egress/any-host.testing.ts'

const [server, client, stranger] = [selfSigned('server'), selfSigned('client'), selfSigned('stranger')]
let listener: MllpServer
const faults: string[] = []
beforeAll(async () => {
  listener = await startMllpServer({
    host: '127.0.0.1',
    port: 0,
    tls: { ...server, clientCertificates: client.certificate },
    onMessage: async (message) => message,
    onFault: (code) => void faults.push(code),
    limits: { maxConnections: 2, handshakeMs: 1_000 },
  })
})
afterAll(() => listener.close())

const ask = (tls: MllpAddress['tls']): Promise<string> =>
  sendOverMllp(
    anyHost,
    { host: 'localhost', port: listener.port, ...(tls && { tls }) },
    Buffer.from('hello'),
    () => true,
    AbortSignal.timeout(5_000),
  ).then(String)

test('two sides that trust each other exchange messages', async () => {
  expect(await ask({ authorities: server.certificate, ...client })).toBe('hello')
})

test.each([
  ['a sender without a certificate', { authorities: server.certificate }],
  ['a sender with a certificate of its own making', { authorities: server.certificate, ...stranger }],
  ['a listener whom the sender does not know', { authorities: stranger.certificate, ...client }],
  ['a sender without TLS', undefined],
])('%s is refused', async (_, tls) => {
  await expect(ask(tls)).rejects.toMatchObject({ name: 'PartnerUnavailable' })
})

test('connections of strangers who show no certificate keep no sender out, and end', async () => {
  const strangers = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const socket = connect(listener.port, 'localhost').on('error', () => undefined)
      await once(socket, 'connect')
      return socket
    }),
  )
  expect(await ask({ authorities: server.certificate, ...client })).toBe('hello')
  for (const socket of strangers) if (!socket.closed) await once(socket.resume(), 'close')
})

test('a refused connection is reported', () => {
  expect(new Set(faults)).toEqual(new Set(['tls']))
})
