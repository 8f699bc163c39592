import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSms, type SimulatedSms } from '../../../../../sandbox/src/sms/start-sms.ts'
import { captureSocket } from '../../../platform/partners/tests/capture-socket.ts'
import { vendorNotPermitted } from '../../vendor-agreement.ts'
import type { SmsMessage } from '../provider.ts'
import { createTelnyxProvider } from './telnyx-provider.ts'
import { anyHost } from '../../../platform/egress/any-host.testing.ts'

const signal = AbortSignal.timeout(60_000)
let count = 0
const message = (more: Partial<SmsMessage> = {}): SmsMessage => ({
  id: `id-${(count += 1)}`,
  to: '+16145550142',
  text: 'Lakeside Health: your appointment. Reply STOP to stop.',
  reportUrl: 'http://127.0.0.1:1/reports',
  ...more,
})

describe('SMS', () => {
  let carrier: SimulatedSms
  beforeAll(async () => {
    carrier = await startSms({ port: 0, reportAfterMs: 60_000 })
  })
  afterAll(() => carrier.stop())
  const provider = (more: object = {}) =>
    createTelnyxProvider({
      outgoing: anyHost,
      apiKey: carrier.apiKey,
      from: '+16145550199',
      publicKey: carrier.publicKey,
      apiBase: carrier.url,
      permit: async () => undefined,
      ...more,
    })

  test('is accepted under the carrier’s id; a repeat under this server’s id is the same message', async () => {
    const sent = message({ text: 'ñ 李 \u202eשלום' })
    const first = await provider().send(sent, signal)
    expect(first).toEqual({ accepted: true, vendorId: carrier.inbox.at(-1)?.id })
    expect(await provider().send(sent, signal)).toEqual(first)
    expect(carrier.inbox.filter(({ text }) => text === sent.text)).toHaveLength(1)
  })

  test('is not sent without an agreement: no connection is made', async () => {
    const socket = await captureSocket()
    const permit = (): Promise<void> => Promise.reject(vendorNotPermitted('no agreement'))
    const sending = provider({ apiBase: `http://127.0.0.1:${socket.port}`, permit }).send(message(), signal)
    await expect(sending).rejects.toMatchObject({ code: 'vendor_not_permitted' })
    expect(socket.connections).toBe(0)
    await socket.stop()
  })

  test('an invalid number is refused permanently', async () => {
    expect(await provider().send(message({ to: '+16145550001' }), signal)).toEqual({
      accepted: false,
      code: 'sms-40310',
    })
  })

  test.each([
    [{ kind: 'status', status: 503 }, 'http-503'],
    [{ kind: 'nonsense' }, 'sms-answer-unreadable'],
    [{ kind: 'cut' }, 'sms-unreachable'],
    [{ kind: 'answer-lost' }, 'sms-unreachable'],
  ] as const)('%j is retried', async (fault, code) => {
    carrier.failNext(fault)
    await expect(provider().send(message(), signal)).rejects.toMatchObject({ name: 'PartnerUnavailable', code })
  })

  test('the carrier’s Retry-After is respected; a wrong API key is temporary', async () => {
    carrier.failNext({ kind: 'status', status: 429, retryAfter: 30 })
    await expect(provider().send(message(), signal)).rejects.toMatchObject({ code: 'http-429', retryAfterMs: 30_000 })
    await expect(provider({ apiKey: 'other' }).send(message(), signal)).rejects.toMatchObject({ code: 'http-401' })
  })
})

describe('reports', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  const now = new Date('2026-11-25T15:00:00Z')
  const provider = createTelnyxProvider({
    outgoing: anyHost,
    apiKey: 'k',
    from: '+16145550199',
    publicKey: raw,
    permit: async () => undefined,
  })
  const request = (body: unknown, at = now) => {
    const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
    const timestamp = String(at.getTime() / 1_000)
    const signature = sign(null, Buffer.concat([Buffer.from(`${timestamp}|`), rawBody]), privateKey).toString('base64')
    return { rawBody, headers: { 'telnyx-timestamp': timestamp, 'telnyx-signature-ed25519': signature }, now }
  }
  const read = (event_type: string, payload: object) =>
    provider.parseWebhook(request({ data: { event_type, occurred_at: '2026-11-25T14:59:00Z', payload } })).report
  const at = new Date('2026-11-25T14:59:00Z')
  const held = (reason: string, about: string, when = at) => ({ kind: 'held', reason, about, at: when })

  test.each([
    ['delivered', { kind: 'delivered', vendorId: 'm', code: null, at }],
    ['delivery_failed', { kind: 'failed', vendorId: 'm', code: 'sms-40008', at }],
    ['queued', { kind: 'progress', vendorId: 'm' }],
    ['sent', { kind: 'progress', vendorId: 'm' }],
    ['expired_at_dawn', held('unknown-code', 'report')],
  ])('a message that is %s', (status, report) => {
    expect(read('message.finalized', { id: 'm', to: [{ status }], errors: [{ code: '40008' }] })).toEqual(report)
  })

  test.each([
    ['STOP', 'stop'],
    [' stop ', 'stop'],
    ['Unsubscribe', 'stop'],
    ['BAJA', 'stop'],
    ['Stop.', 'stop'],
    ['Stop please', 'stop'],
    ['please stop writing to me', 'stop'],
    ['revoke', 'stop'],
    ['optout', 'stop'],
    ['Opt out!', 'stop'],
    ['opt-out', 'stop'],
    ['Cancel', 'stop'],
    ['START', 'start'],
    ['Cancel my appointment', null],
    ['I will be there at the end of the hour', null],
    ['', null],
  ])('a reply of "%s"', (text, kind) => {
    const to = [{ phone_number: '+16145550199' }]
    const report = read('message.received', { from: { phone_number: '+16145550142' }, to, text })
    const from = '+16145550142'
    expect(report).toEqual(kind === null ? { kind: 'text', from, text, files: 0, at } : { kind, from, at })
  })

  test.each([
    ['another number of the account', [{ phone_number: '+16145550198' }]],
    ['no number', []],
    ['nothing', undefined],
  ])('a reply to %s is not for us', (_, to) => {
    expect(read('message.received', { from: { phone_number: '+16145550142' }, to, text: 'START' })).toEqual(
      held('another-number', 'text'),
    )
  })

  test('signed nonsense waits for a person, each once', () => {
    const bodies = ['', 'nonsense', '[]', 'null', '{"data":7}', '{"data":{"event_type":"message.finalized"}}']
    const events = bodies.map((body) => provider.parseWebhook(request(body)))
    for (const { report } of events) expect(report).toEqual(held('unreadable', 'report', now))
    expect(new Set(events.map(({ fingerprint }) => fingerprint)).size).toBe(bodies.length)
  })

  test('a kind of report that is not known waits for a person', () => {
    expect(read('call.recording.saved', {})).toEqual(held('unknown-code', 'report'))
  })

  test('a report that is delivered again has the same fingerprint, although the vendor counts its attempts', () => {
    const data = { event_type: 'message.received', id: 'e-1', payload: { text: 'Hello' } }
    const [first, second, other] = [
      provider.parseWebhook(request({ data, meta: { attempt: 1 } })),
      provider.parseWebhook(request({ data, meta: { attempt: 2 } })),
      provider.parseWebhook(request({ data: { ...data, payload: { text: 'Hello!' } } })),
    ]
    expect(second).toMatchObject({ id: first.id, fingerprint: first.fingerprint })
    expect(other.id).toBe(first.id)
    expect(other.fingerprint).not.toBe(first.fingerprint)
  })

  test('forged, changed, old and unsigned reports are refused', () => {
    const good = request({ data: {} })
    const codeOf = (given: Parameters<typeof provider.parseWebhook>[0]): unknown => {
      try {
        provider.parseWebhook(given)
        return null
      } catch (error) {
        return (error as { code?: unknown }).code
      }
    }
    expect(codeOf(good)).toBeNull()
    expect(codeOf({ ...good, rawBody: Buffer.from('{"data":{} }') })).toBe('signature_invalid')
    expect(codeOf({ ...good, headers: {} })).toBe('signature_invalid')
    expect(codeOf({ ...good, headers: { ...good.headers, 'telnyx-signature-ed25519': 'AAAA' } })).toBe(
      'signature_invalid',
    )
    expect(codeOf({ ...good, headers: { ...good.headers, 'telnyx-timestamp': 'soon' } })).toBe('signature_invalid')
    expect(codeOf(request({ data: {} }, new Date(now.getTime() - 301_000)))).toBe('signature_invalid')
  })
})
