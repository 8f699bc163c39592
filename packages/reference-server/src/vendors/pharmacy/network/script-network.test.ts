import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/problems/problem.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { PharmacyNetwork } from '../provider.ts'
import { sampleBodies, sampleMessage } from '../script/script.testing.ts'
import { writeScriptMessage } from '../script/write-script-message.ts'
import { signatureHeaders } from './message-signature.ts'
import { createScriptNetwork } from './script-network.ts'
import { anyHost } from '../../../platform/egress/any-host.testing.ts'

const now = new Date('2026-11-25T15:00:00Z')
const secret = 'a secret of this test'
const message = sampleMessage(sampleBodies.NewRx)

describe('a faulty pharmacy network', () => {
  let server: Server
  let network: PharmacyNetwork
  let requests = 0
  let answer: { status: number; body: Uint8Array; headers?: Record<string, string> } = {
    status: 200,
    body: new Uint8Array(),
  }
  let permitted = true
  let received = ''

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests += 1
      request.on('data', (chunk: Buffer) => void (received += chunk.toString()))
      response.writeHead(answer.status, answer.headers ?? signatureHeaders(secret, answer.body, now))
      response.end(answer.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    network = createScriptNetwork(options())
  })
  afterAll(() => void server.close())

  const options = (): Parameters<typeof createScriptNetwork>[0] => ({
    outgoing: anyHost,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    vendor: 'sample',
    accountId: 'visitkit-sample',
    secrets: [secret, 'the one before'],
    permit: async () => {
      if (!permitted) throw new Problem(403, 'vendor_not_permitted', 'No agreement.')
    },
    clock: () => now,
    timeout: 500,
  })
  const answers = (body: Uint8Array | string, more: Partial<typeof answer> = {}): void => {
    answer = { status: 200, body: typeof body === 'string' ? new TextEncoder().encode(body) : body, ...more }
  }
  const verdict = (
    type: 'Status' | 'Error' | 'Verify',
    code: string,
    relatesTo = message.header.messageId,
  ): Uint8Array =>
    writeScriptMessage({
      header: { ...message.header, messageId: 'answer', relatesToMessageId: relatesTo },
      body: { type, code },
    })
  const fault = async (run: () => Promise<unknown>): Promise<string> => {
    try {
      await run()
    } catch (error) {
      if (error instanceof PartnerUnavailable || error instanceof Problem) return error.code
      throw error
    }
    return 'none'
  }

  it('receives directions as text and structured, or as text only if it validates against the licensed schemas', async () => {
    for (const [directions, parts] of [
      ['structured', true],
      ['text', false],
    ] as const) {
      received = ''
      answers(verdict('Status', '000'))
      await createScriptNetwork({ ...options(), directions }).send(message)
      expect(received).toContain('<SigText>Take 1 tablet by mouth once a day.</SigText>')
      expect(received.includes('<Instruction>')).toBe(parts)
    }
  })

  it.each([
    [verdict('Status', '000'), { taken: true, delivered: false, code: '000' }],
    [verdict('Status', '010'), { taken: true, delivered: true, code: '010' }],
    [verdict('Verify', '010'), { taken: true, delivered: true, code: '010' }],
    [verdict('Error', '900'), { taken: false, code: '900' }],
  ])('is trusted when its response is definite', async (body, expected) => {
    answers(body)
    const { receipt, ...said } = await network.send(message)
    expect(said).toEqual(expected)
    expect(receipt).toMatchObject({ from: message.header.from, messageId: 'answer' })
    expect(Buffer.from(receipt.bytes)).toEqual(Buffer.from(body))
  })

  it.each([
    ['script-600', verdict('Error', '600'), {}],
    ['script-602', verdict('Error', '602'), {}],
    ['answer-to-another-message', verdict('Status', '000', 'another'), {}],
    ['answer-unreadable', '<oops', {}],
    ['answer-unexpected', writeScriptMessage(sampleMessage(sampleBodies.NewRx, message.header.messageId)), {}],
    ['answer-signature-missing', verdict('Status', '000'), { headers: {} }],
    [
      'answer-signature-differs',
      verdict('Status', '000'),
      { headers: signatureHeaders('other', new Uint8Array(), now) },
    ],
    ['http-503', 'busy', { status: 503 }],
    ['answer-too-large', 'x'.repeat(600_000), {}],
    ['redirected', '', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
  ])('may not have the message: %s', async (code, body, more) => {
    answers(body, more)
    expect(await fault(() => network.send(message))).toBe(code)
  })

  it('may sign with the previous secret while a new one is introduced', async () => {
    const body = verdict('Status', '000')
    answers(body, { headers: signatureHeaders('the one before', body, now) })
    expect(await network.send(message)).toMatchObject({ taken: true })
  })

  it('receives nothing without an agreement', async () => {
    permitted = false
    const before = requests
    expect(await fault(() => network.send(message))).toBe('vendor_not_permitted')
    expect(await fault(() => network.searchPharmacies({ search: 'x', limit: 5 }))).toBe('vendor_not_permitted')
    expect(requests).toBe(before)
    permitted = true
  })

  it('has a directory of which only valid entries are shown', async () => {
    const sound = {
      ncpdpId: '9900001',
      npi: '1990000018',
      name: 'Example Street Pharmacy',
      address: { line1: '20 Example Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
      phone: '555-0101',
      accepts: ['new', 'cancel', 'teleport'],
    }
    const entries = [
      sound,
      null,
      7,
      { ...sound, ncpdpId: '../x' },
      { ...sound, phone: 'call me' },
      { ...sound, address: {} },
    ]
    answers(JSON.stringify({ pharmacies: entries }))
    expect(await network.searchPharmacies({ search: 'example', limit: 20 })).toMatchObject([
      { id: '9900001', accepts: ['new', 'cancel'] },
    ])
    answers('not JSON')
    expect(await fault(() => network.searchPharmacies({ search: 'example', limit: 20 }))).toBe('vendor_unavailable')
    answers('{}', { status: 404 })
    expect(await network.pharmacy('nowhere')).toBeNull()
    answers('{}')
    expect(await fault(() => network.pharmacy('9900001'))).toBe('vendor_unavailable')
  })
})
