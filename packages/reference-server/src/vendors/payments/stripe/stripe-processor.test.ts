import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPayments, type SimulatedProcessor } from '../../../../../sandbox/src/payments/start-payments.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import { ProcessorRefusal } from '../problems.ts'
import type { CheckoutRequest, PaymentProcessor } from '../provider.ts'
import { encodeForm } from './encode-form.ts'
import { createStripeProcessor } from './stripe-processor.ts'
import { anyHost } from '../../../platform/egress/any-host.testing.ts'

const secret = 'whsec_sample'
const { signal } = new AbortController()

let sandbox: SimulatedProcessor
let processor: PaymentProcessor
/** Requests to the webhook endpoint, as received. */
let reports: { rawBody: Uint8Array; headers: Record<string, string> }[]
let receiver: Server
let receiverStatus: number[]

beforeEach(async () => {
  reports = []
  receiverStatus = []
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      reports.push({ rawBody: Buffer.concat(chunks), headers: request.headers as Record<string, string> })
      response.writeHead(receiverStatus.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  sandbox = await startPayments({ port: 0, webhooks: [{ url, secret }], slowMs: 1 })
  processor = createStripeProcessor({
    outgoing: anyHost,
    apiKey: sandbox.apiKey,
    apiBase: sandbox.apiBase,
    webhookSecret: secret,
    permit: async () => undefined,
    timeoutMs: 2000,
  })
})
afterEach(async () => {
  await sandbox.stop()
  receiver.closeAllConnections()
  await new Promise((resolve) => receiver.close(resolve))
})

const request = (more: Partial<CheckoutRequest> = {}): CheckoutRequest => ({
  idempotencyKey: 'transmission-1',
  paymentId: 'payment-1',
  amountCents: 4567,
  label: 'Balance due',
  successUrl: 'https://portal.lakeside.example/billing?paid=1&x=[a]',
  cancelUrl: 'https://portal.lakeside.example/billing',
  expiresAt: new Date(Date.now() + 3_600_000),
  ...more,
})
const pay = (reference: string, card: string) =>
  fetch(`${sandbox.url}/pay/${reference}`, {
    method: 'POST',
    body: new URLSearchParams({ card }),
    redirect: 'manual',
  })
const paid = async () => {
  const { reference } = await processor.createCheckout(request(), signal)
  await pay(reference, 'succeeds')
  return processor.readCheckout(reference, signal)
}
const received = async (): Promise<(typeof reports)[number][]> => {
  await sandbox.webhooks.settled()
  return reports
}
const read = ({ rawBody, headers }: (typeof reports)[number], now = new Date()) =>
  processor.readReport({ rawBody, headers, now })
const codeOf = (act: () => unknown): string | null => {
  try {
    act()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

describe('a checkout', () => {
  it('is paid on the hosted page, which has no field for a card number', async () => {
    const checkout = await processor.createCheckout(request(), signal)
    expect(checkout).toMatchObject({ state: 'open', amountCents: 4567, paymentId: 'payment-1', paymentReference: null })
    const page = await (await fetch(checkout.url ?? '')).text()
    expect(page).toContain('$45.67')
    expect(page.match(/<input [^>]*>/g)?.every((input) => input.includes('type="radio"'))).toBe(true)
    const response = await pay(checkout.reference, 'succeeds')
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'https://portal.lakeside.example/billing?paid=1&x=[a]',
    ])
    const after = await processor.readCheckout(checkout.reference, signal)
    expect(after).toMatchObject({ state: 'paid', url: null })
    expect(after.paymentReference).not.toBeNull()
  })

  it('stays open after a declined card, and after the payer cancelled at the bank', async () => {
    const { reference } = await processor.createCheckout(request(), signal)
    const declined = await pay(reference, 'declined')
    expect(declined.status).toBe(402)
    expect(await declined.text()).toContain('Nothing was taken')
    const asked = await pay(reference, 'needs-confirmation')
    expect(await asked.text()).toContain('is this you?')
    await fetch(`${sandbox.url}/pay/${reference}/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'no' }),
    })
    expect((await processor.readCheckout(reference, signal)).state).toBe('open')
  })

  it('requested twice with one key is one checkout', async () => {
    const first = await processor.createCheckout(request(), signal)
    expect(await processor.createCheckout(request(), signal)).toEqual(first)
    expect(sandbox.ledger.sessions.size).toBe(1)
  })

  it('is one checkout if the first response is lost', async () => {
    sandbox.failNext({ kind: 'answer-lost' })
    await expect(processor.createCheckout(request(), signal)).rejects.toBeInstanceOf(PartnerUnavailable)
    await processor.createCheckout(request(), signal)
    expect(sandbox.ledger.sessions.size).toBe(1)
  })

  it.each([
    ['down', { kind: 'cut' as const }],
    ['out of order', { kind: 'status' as const, status: 500 }],
    ['busy', { kind: 'status' as const, status: 429 }],
    ['talking nonsense', { kind: 'nonsense' as const }],
    ['too slow', { kind: 'cut' as const, delayMs: 4000 }],
  ])('is unknown, not refused, while the processor is %s', async (_, fault) => {
    sandbox.failNext(fault)
    await expect(processor.createCheckout(request(), signal)).rejects.toBeInstanceOf(PartnerUnavailable)
  })

  it('can be closed by the server, unless it was paid in the meantime', async () => {
    const { reference } = await processor.createCheckout(request(), signal)
    expect((await processor.expireCheckout(reference, signal)).state).toBe('expired')
    const { reference: other } = await processor.createCheckout(request({ idempotencyKey: 'transmission-2' }), signal)
    await pay(other, 'succeeds')
    expect((await processor.expireCheckout(other, signal)).state).toBe('paid')
  })

  it('is refused permanently if the amount is too small', async () => {
    const refused = processor.createCheckout(request({ amountCents: 1 }), signal)
    await expect(refused).rejects.toMatchObject({ code: 'amount_too_small' })
    await expect(refused).rejects.toBeInstanceOf(ProcessorRefusal)
  })

  it('is not sent without an agreement', async () => {
    const forbidden = createStripeProcessor({
      outgoing: anyHost,
      apiKey: sandbox.apiKey,
      apiBase: sandbox.apiBase,
      webhookSecret: secret,
      permit: () => Promise.reject(new Problem(403, 'vendor_not_permitted', 'No agreement.')),
    })
    await expect(forbidden.createCheckout(request(), signal)).rejects.toMatchObject({ code: 'vendor_not_permitted' })
    expect(sandbox.received).toEqual([])
  })
})

describe('a refund', () => {
  it('returns a part, then the rest, and not a cent more', async () => {
    const { paymentReference } = await paid()
    const refund = (id: string, amountCents: number) =>
      processor.refund(
        { idempotencyKey: `key-${id}`, refundId: id, paymentReference: paymentReference ?? '', amountCents },
        signal,
      )
    expect(await refund('r1', 4000)).toMatchObject({ state: 'succeeded', amountCents: 4000, refundId: 'r1' })
    expect(await refund('r1', 4000)).toMatchObject({ state: 'succeeded' })
    await expect(refund('r2', 568)).rejects.toMatchObject({ code: 'amount_too_large' })
    expect(await refund('r3', 567)).toMatchObject({ state: 'succeeded' })
    await expect(refund('r4', 1)).rejects.toMatchObject({ code: 'charge_already_refunded' })
    expect(sandbox.ledger.refundedOf(paymentReference ?? '')).toBe(4567)
  })

  it('is found by this server’s id if its response was lost, and is null if there was none', async () => {
    const { paymentReference } = await paid()
    const request = { refundId: 'r1', paymentReference: paymentReference ?? '' }
    expect(await processor.findRefund(request, signal)).toBeNull()
    sandbox.failNext({ kind: 'answer-lost' })
    const asked = processor.refund({ idempotencyKey: 'key-1', ...request, amountCents: 100 }, signal)
    await expect(asked).rejects.toThrow(PartnerUnavailable)
    expect(await processor.findRefund(request, signal)).toMatchObject({ refundId: 'r1', amountCents: 100 })
  })

  it('that waits at the bank is pending, and may fail later', async () => {
    const { paymentReference } = await paid()
    sandbox.ledger.holdRefunds = true
    const { reference, state } = await processor.refund(
      { idempotencyKey: 'key-1', refundId: 'r1', paymentReference: paymentReference ?? '', amountCents: 100 },
      signal,
    )
    expect(state).toBe('pending')
    const refund = sandbox.ledger.refunds.get(reference)
    if (refund) sandbox.ledger.settleRefund(refund, false)
    const last = (await received()).at(-1)
    expect(last && read(last)).toMatchObject({ kind: 'refund', refund: { refundId: 'r1', state: 'failed' } })
  })
})

describe('a report', () => {
  it('confirms a payment, once', async () => {
    await paid()
    const [report] = await received()
    expect(report && read(report)).toMatchObject({
      kind: 'checkout',
      checkout: { paymentId: 'payment-1', state: 'paid', amountCents: 4567 },
    })
    expect(codeOf(() => report && read(report))).toBe('signature_invalid')
  })

  it('of a delayed payment first says processing, and then whether it succeeded', async () => {
    const one = await processor.createCheckout(request(), signal)
    await pay(one.reference, 'slow-then-fails')
    await expect.poll(async () => (await received()).length).toBe(2)
    const states = reports.map((each) => {
      const report = read(each)
      return report?.kind === 'checkout' && report.checkout.state
    })
    expect(states).toEqual(['processing', 'failed'])
  })

  it('is accepted only with a valid signature over the exact bytes, in time', async () => {
    sandbox.webhooks.scriptNext(['forge', 'stale', 'deliver'])
    for (let each = 0; each < 3; each += 1) {
      const { reference } = await processor.createCheckout(request({ idempotencyKey: `key-${each}` }), signal)
      await pay(reference, 'succeeds')
      await sandbox.webhooks.settled()
    }
    const [forged, stale, good] = await received()
    if (!forged || !stale || !good) throw new Error('three reports were expected')
    expect(codeOf(() => read(forged))).toBe('signature_invalid')
    expect(codeOf(() => read(stale))).toBe('signature_invalid')
    const changed = Buffer.from(Buffer.from(good.rawBody).toString().replace('4567', '9999'))
    expect(codeOf(() => read({ ...good, rawBody: changed }))).toBe('signature_invalid')
    expect(codeOf(() => read({ ...good, headers: {} }))).toBe('signature_invalid')
    expect(codeOf(() => read({ ...good, headers: { 'stripe-signature': 't=1,v1=zz' } }))).toBe('signature_invalid')
    expect(read(good)).not.toBeNull()
  })

  it('is repeated by the sender until it is accepted', async () => {
    receiverStatus.push(503, 503)
    await paid()
    expect(await received()).toHaveLength(3)
  })

  it.each([
    ['of a kind that says nothing of its own is ignored', 'customer.created', {}, null],
    ['of an unknown kind is for a person', 'charge.dispute.created', {}, 'report_unknown'],
    ['that cannot be read is for a person', 'refund.updated', { object: 'refund' }, 'report_unreadable'],
  ])('%s', (_, type, object, kind) => {
    const rawBody = Buffer.from(JSON.stringify({ id: 'evt_1', type, created: 1, data: { object } }))
    const stamp = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', secret).update(`${stamp}.`).update(rawBody).digest('hex')
    const report = read({ rawBody, headers: { 'stripe-signature': `t=${stamp},v1=${signature}` } })
    expect(report?.kind ?? null).toBe(kind)
  })
})

describe('the form encoding', () => {
  it.each([
    ['a delimiter', 'a&b=c'],
    ['brackets', 'x][y'],
    ['a line break', 'a\r\nb'],
    ['another script', 'مريض 患者 é‮'],
  ])('carries %s in a value without adding a parameter', (_, value) => {
    const form = new URLSearchParams(encodeForm({ metadata: { note: value }, list: [{ at: 1 }] }))
    expect([...form]).toEqual([
      ['metadata[note]', value],
      ['list[0][at]', '1'],
    ])
  })
})
