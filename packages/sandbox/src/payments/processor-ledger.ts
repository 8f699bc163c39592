import { randomBytes } from 'node:crypto'

/** A Checkout Session as Stripe returns it, with the properties that the sandbox simulates. */
export interface CheckoutSession {
  readonly id: string
  readonly object: 'checkout.session'
  readonly livemode: false
  readonly mode: 'payment'
  readonly created: number
  readonly expires_at: number
  readonly client_reference_id: string
  readonly amount_total: number
  readonly currency: 'usd'
  readonly success_url: string
  readonly cancel_url: string
  readonly label: string
  status: 'open' | 'complete' | 'expired'
  payment_status: 'paid' | 'unpaid'
  payment_intent: string | null
  url: string | null
}

export interface SimulatedRefund {
  readonly id: string
  readonly object: 'refund'
  readonly created: number
  readonly payment_intent: string
  readonly amount: number
  readonly currency: 'usd'
  readonly metadata: Readonly<Record<string, string>>
  status: 'pending' | 'succeeded' | 'failed'
}

export interface NewSession {
  readonly amount: number
  readonly label: string
  readonly clientReferenceId: string
  readonly successUrl: string
  readonly cancelUrl: string
  readonly expiresAt: number
}

/** What a payer may choose on the hosted page. Each is a behavior, not a card. */
export const testCards = ['succeeds', 'declined', 'needs-confirmation', 'slow', 'slow-then-fails'] as const
export type TestCard = (typeof testCards)[number]

export type PaymentOutcome = 'paid' | 'declined' | 'confirm' | 'processing' | 'closed'

const newReference = (prefix: string): string => `${prefix}_sandbox_${randomBytes(12).toString('hex')}`

export interface ProcessorLedgerOptions {
  readonly baseUrl: () => string
  /** Milliseconds until the money of a slow payment arrives. */
  readonly slowMs: number
  readonly now: () => Date
  readonly report: (type: string, object: object) => void
}

/** The simulated processor's ledger: payments due and refunds. */
export class ProcessorLedger {
  readonly sessions = new Map<string, CheckoutSession>()
  readonly refunds = new Map<string, SimulatedRefund>()
  readonly #options: ProcessorLedgerOptions
  readonly #timers = new Set<NodeJS.Timeout>()
  /** The next refunds stay pending until they are settled with the control API. */
  holdRefunds = false
  /** The next slow payments stay pending until they are settled with the control API. */
  holdSlow = false

  constructor(options: ProcessorLedgerOptions) {
    this.#options = options
  }

  open(request: NewSession): CheckoutSession {
    const id = newReference('cs')
    const session: CheckoutSession = {
      id,
      object: 'checkout.session',
      livemode: false,
      mode: 'payment',
      created: this.#seconds(),
      expires_at: request.expiresAt,
      client_reference_id: request.clientReferenceId,
      amount_total: request.amount,
      currency: 'usd',
      success_url: request.successUrl,
      cancel_url: request.cancelUrl,
      label: request.label,
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      url: `${this.#options.baseUrl()}/pay/${id}`,
    }
    this.sessions.set(id, session)
    return session
  }

  session(id: string): CheckoutSession | undefined {
    const session = this.sessions.get(id)
    if (session?.status === 'open' && session.expires_at <= this.#seconds()) this.expire(session)
    return session
  }

  expire(session: CheckoutSession): void {
    if (session.status !== 'open') return
    session.status = 'expired'
    session.url = null
    this.#options.report('checkout.session.expired', session)
  }

  pay(session: CheckoutSession, card: TestCard): PaymentOutcome {
    if (session.status !== 'open') return 'closed'
    if (card === 'declined') return 'declined'
    if (card === 'needs-confirmation') return 'confirm'
    const isPaid = card === 'succeeds'
    this.#complete(session, isPaid)
    if (isPaid) return 'paid'
    if (this.holdSlow) return 'processing'
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.settleSlow(session, card === 'slow')
    }, this.#options.slowMs)
    this.#timers.add(timer)
    return 'processing'
  }

  /** The payer has confirmed or refused the payment at their bank. */
  confirm(session: CheckoutSession, confirmed: boolean): PaymentOutcome {
    if (session.status !== 'open') return 'closed'
    if (!confirmed) return 'declined'
    this.#complete(session, true)
    return 'paid'
  }

  settleSlow(session: CheckoutSession, arrived: boolean): void {
    if (session.status !== 'complete' || session.payment_status === 'paid') return
    if (arrived) session.payment_status = 'paid'
    this.#options.report(`checkout.session.async_payment_${arrived ? 'succeeded' : 'failed'}`, session)
  }

  paidFor(paymentIntent: string): number | null {
    for (const session of this.sessions.values())
      if (session.payment_intent === paymentIntent) return session.payment_status === 'paid' ? session.amount_total : 0
    return null
  }

  refundedOf(paymentIntent: string): number {
    let total = 0
    for (const refund of this.refunds.values())
      if (refund.payment_intent === paymentIntent && refund.status !== 'failed') total += refund.amount
    return total
  }

  refund(paymentIntent: string, amount: number, metadata: Readonly<Record<string, string>>): SimulatedRefund {
    const refund: SimulatedRefund = {
      id: newReference('re'),
      object: 'refund',
      created: this.#seconds(),
      payment_intent: paymentIntent,
      amount,
      currency: 'usd',
      metadata,
      status: this.holdRefunds ? 'pending' : 'succeeded',
    }
    this.refunds.set(refund.id, refund)
    this.#options.report('refund.created', refund)
    return refund
  }

  settleRefund(refund: SimulatedRefund, succeeded: boolean): void {
    refund.status = succeeded ? 'succeeded' : 'failed'
    this.#options.report(succeeded ? 'refund.updated' : 'refund.failed', refund)
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  #seconds(): number {
    return Math.floor(this.#options.now().getTime() / 1000)
  }

  #complete(session: CheckoutSession, isPaid: boolean): void {
    session.status = 'complete'
    session.payment_status = isPaid ? 'paid' : 'unpaid'
    session.payment_intent = newReference('pi')
    session.url = null
    this.#options.report('checkout.session.completed', session)
  }
}
