import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyHost } from '../../platform/egress/any-host.testing.ts'
import { createMllpListener } from './mllp-listener.ts'
import { selfSigned } from './mllp/self-signed.testing.ts'
import { sendOverMllp } from './mllp/send-over-mllp.ts'
import type { LaboratoryListener } from './provider.ts'

/* Two laboratories with certificates that the same authority has signed: here each is its own. */

const [server, north, south] = [selfSigned('server'), selfSigned('north'), selfSigned('south')]
const fingerprint = ({ certificate }: { readonly certificate: string }): string =>
  new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase()

const taken: string[] = []
let listener: LaboratoryListener
let port = 0
beforeAll(async () => {
  listener = createMllpListener({
    host: '127.0.0.1',
    port: 0,
    tls: { ...server, clientCertificates: north.certificate + south.certificate },
    facilities: [
      { application: 'LAB', facility: 'NORTH', organizationId: 'north', certificate: fingerprint(north) },
      { application: 'LAB', facility: 'SOUTH', organizationId: 'south', certificate: fingerprint(south) },
      { application: 'LAB', facility: 'ANY', organizationId: 'any' },
    ],
    processing: 'P',
    inbox: {
      takeReports: async ({ organizationId }) => void taken.push(organizationId),
      takeOrderStatusUpdates: () => Promise.reject(new Error('not this kind of message')),
    },
    clock: () => new Date('2026-11-25T15:00:00Z'),
  })
  port = (await listener.listen()).port
})
afterAll(() => listener.close())

const send = async (by: typeof north, facility: string): Promise<string> => {
  const rows = [
    `MSH|^~\\&|LAB|${facility}|||20261125100000||ORU^R01|C1|P|2.5.1`,
    'PID|||1||S^P||19840615',
    'OBR|1||F-1|K^K^L|||||||||||||||||||||F',
  ]
  const answer = await sendOverMllp(
    anyHost,
    { host: 'localhost', port, tls: { authorities: server.certificate, ...by } },
    Buffer.from(rows.join('\r')),
    () => true,
    AbortSignal.timeout(5_000),
  )
  return /MSA\|(\w\w)/.exec(String(answer))?.[1] ?? ''
}

test('a sender is known by its certificate, and writes in the name of no other', async () => {
  expect(await send(north, 'NORTH')).toBe('AA')
  expect(await send(south, 'NORTH')).toBe('AR')
  expect(await send(north, 'SOUTH')).toBe('AR')
  expect(await send(south, 'SOUTH')).toBe('AA')
  // One without a certificate of its own is admitted with any of the authority.
  expect(await send(south, 'ANY')).toBe('AA')
  expect(taken).toEqual(['north', 'south', 'any'])
})
