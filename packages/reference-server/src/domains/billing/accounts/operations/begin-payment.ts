import { createHash } from 'node:crypto'
import { operation, type Body } from '../../../../platform/contracts/operation.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { ProcessorRefusal } from '../../../../vendors/payments/problems.ts'
import type { Checkout, PaymentProcessor } from '../../../../vendors/payments/provider.ts'
import { accountChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import {
  amountTooLarge,
  noProcessor,
  nothingDue,
  paymentInProgress,
  processorUnavailable,
  returnAddressUnknown,
} from '../../problems.ts'
import { settlePayment } from '../workflows/settle-payment.ts'
import { countPaymentBegun, readAccount } from '../store/accounts.ts'
import { readPendingCents, readCheckoutUrl, insertPayment, listOpenPayments, type Payment } from '../store/payments.ts'
import { presentPayment } from '../presenters/present-payment.ts'

/** The same for every patient: it says nothing about care. */
const label = 'Balance due'
const processorTimeoutMs = 10_000
/** An open checkout that expires sooner than this is not offered again. */
const tooShortMs = 10 * 60_000

/**
 * The checkout is created before anything is stored: it has no effect until a person pays it, and without its address no one can. Its
 * idempotency key is made from the request and the number of earlier payments. A repeat after a lost response therefore gets the same
 * checkout, and the next payment gets a new one.
 */
export const beginPayment = operation<BillingContext>()('beginPayment', {
  gather: async ({ path: { patientId }, body }, ports, context) => {
    await ports.directory.actingFor(context, patientId, 'record')
    await ports.directory.patientZone(context, patientId)
    const processor = ports.payments.of(context.caller.organizationId)
    if (processor === null) throw noProcessor()
    requireOwnAddress(body.returnUrl, context.caller.origin)
    const [account, pendingCents, open] = await Promise.all([
      readAccount(context.db, patientId),
      readPendingCents(context.db, patientId),
      listOpenPayments(context.db, patientId),
    ])
    if (account.patientCents <= 0) throw nothingDue()
    const dueCents = account.patientCents - pendingCents
    if (dueCents <= 0) throw paymentInProgress()
    if (body.amountCents > dueCents) throw amountTooLarge()
    const again = open.find(
      ({ amountCents, expiresAt }) =>
        amountCents === body.amountCents && expiresAt.getTime() - context.now.getTime() > tooShortMs,
    )
    if (again) return { kind: 'again' as const, payment: again, url: await readCheckoutUrl(context.db, context, again) }
    const ended = await expireEarlier(processor, open)
    const expiresAt = endOf(context.now, ports.policy.checkoutMinutes)
    const created = await createCheckout(processor, context, patientId, body, account.paymentsBegun, expiresAt)
    return { kind: 'new' as const, ended, expiresAt, account, ...created }
  },
  decide: ({ path: { patientId } }, begun, context) => {
    if (begun.kind === 'again') {
      const { payment, url } = begun
      return {
        answer: { status: 201, headers: { location: locationOf(payment) }, body: presentPayment(payment, url) },
      }
    }
    const { checkout, paymentId, expiresAt, ended, account } = begun
    context.access.touch(patientId)
    const expired = ended.map((payment) =>
      settlePayment(context, { payment, account, due: [] }, { state: 'expired', paymentReference: null }),
    )
    const payment: Payment = {
      id: paymentId,
      patientId,
      amountCents: checkout.amountCents,
      refundedCents: 0,
      status: 'open',
      reference: checkout.reference,
      paymentReference: checkout.paymentReference,
      expiresAt,
      beganAt: context.now,
      paidAt: null,
      version: 1,
    }
    return {
      writes: [
        ...expired.flatMap(({ writes }) => writes),
        // If another request has begun a payment in the meantime, its checkout is found when this one is gathered again. This checkout's
        // address is not returned, so only the other can be paid.
        countPaymentBegun(patientId, account),
        insertPayment(payment, checkout.url ?? ''),
      ],
      events: [...expired.flatMap(({ events }) => events), accountChanged(patientId)],
      answer: { status: 201, headers: { location: locationOf(payment) }, body: presentPayment(payment, checkout.url) },
    }
  },
})

const locationOf = ({ id }: Payment): string => `/v1/payments/${id}`

/** A link that leads out of the portal would be a phishing page with our name on it. */
const requireOwnAddress = (returnUrl: string, origin: string | null): void => {
  if (origin === null || URL.parse(returnUrl)?.origin !== origin) throw returnAddressUnknown()
}

/** Rounded to a quarter of an hour, so that a repeat a moment later sends the same request. */
const endOf = (now: Date, minutes: number): Date => {
  const step = 15 * 60_000
  return new Date(Math.ceil((now.getTime() + minutes * 60_000) / step) * step)
}

/** Two open checkouts could both be paid. */
const expireEarlier = async (processor: PaymentProcessor, open: readonly Payment[]): Promise<readonly Payment[]> => {
  for (const { reference } of open) {
    const { state } = await asUnavailable(() =>
      processor.expireCheckout(reference, AbortSignal.timeout(processorTimeoutMs)),
    )
    if (state === 'paid' || state === 'processing') throw paymentInProgress()
  }
  return open
}

const createCheckout = async (
  processor: PaymentProcessor,
  { caller }: ReadContext,
  patientId: string,
  { amountCents, returnUrl }: Body<'beginPayment'>,
  begunBefore: number,
  expiresAt: Date,
): Promise<{ readonly checkout: Checkout; readonly paymentId: string }> => {
  const digest = createHash('sha256')
    .update(
      JSON.stringify([caller.organizationId, patientId, begunBefore, amountCents, returnUrl, expiresAt.toISOString()]),
    )
    .digest()
  const paymentId = uuidOf(digest)
  const checkout = await asUnavailable(() =>
    processor.createCheckout(
      {
        idempotencyKey: digest.toString('hex'),
        paymentId,
        amountCents,
        label,
        successUrl: returnUrl,
        cancelUrl: returnUrl,
        expiresAt,
      },
      AbortSignal.timeout(processorTimeoutMs),
    ),
  )
  if (checkout.state !== 'open') throw paymentInProgress()
  return { checkout, paymentId }
}

const asUnavailable = async <A>(call: () => Promise<A>): Promise<A> => {
  try {
    return await call()
  } catch (error) {
    if (error instanceof PartnerUnavailable || error instanceof ProcessorRefusal) throw processorUnavailable(error.code)
    throw error
  }
}

/** RFC 9562, version 8: made from a hash, so that a repeat is the same payment. */
const uuidOf = (digest: Buffer): string => {
  const bytes = Buffer.from(digest.subarray(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
