/**
 * What the server asks of a payment processor, whichever it is. The billing domain knows this file and no processor.
 *
 * A card number never crosses this interface, in either direction: the payer types it into the processor's own hosted page, so neither
 * the server nor the portal's pages come into the scope of PCI DSS beyond SAQ A. What is sent is an amount, our own ids and the addresses
 * to come back to; never a name, a diagnosis or what was done (a processor is no business associate: HIPAA section 1179).
 *
 * Amounts are integer cents of US dollars.
 */

/** Named as in the configuration. */
export type PaymentVendorName = 'stripe'

export interface CheckoutRequest {
  /** Under which the processor recognizes a repeat: the transmission's id. The same key never makes a second checkout. */
  readonly idempotencyKey: string
  /** Our payment's id; comes back in every report. */
  readonly paymentId: string
  readonly amountCents: number
  /** What the payer reads on the hosted page, e.g. `Balance due`. The same for everyone: it says nothing about care. */
  readonly label: string
  /** Where the payer's browser is sent afterwards. Hold no PHI. */
  readonly successUrl: string
  readonly cancelUrl: string
  /** Nobody can pay after this. Between 30 minutes and 24 hours ahead. */
  readonly expiresAt: Date
}

/**
 * - `open`: can be paid at `url`
 * - `processing`: the payer is through, the money is not there yet
 * - `paid`: the money is there
 * - `failed`: it did not come and will not come by this checkout
 * - `expired`: nobody paid in time
 */
export type CheckoutState = 'open' | 'processing' | 'paid' | 'failed' | 'expired'

export interface Checkout {
  /** The processor's id of the checkout. */
  readonly reference: string
  readonly paymentId: string
  readonly state: CheckoutState
  readonly amountCents: number
  /** The hosted page while `open`, else null. Anyone who has it can pay, and nothing else. */
  readonly url: string | null
  /** The processor's id of the money movement, which refunds name; null before there is one. */
  readonly paymentReference: string | null
}

export interface RefundRequest {
  readonly idempotencyKey: string
  /** Our refund's id; comes back in every report. */
  readonly refundId: string
  readonly paymentReference: string
  /** At most what is left of the payment. */
  readonly amountCents: number
}

export type RefundState = 'pending' | 'succeeded' | 'failed'

export interface Refund {
  readonly reference: string
  /** Null for one that was made at the processor's own desk and not by us. */
  readonly refundId: string | null
  readonly paymentReference: string
  readonly state: RefundState
  readonly amountCents: number
}

/** What a processor reports. The order of arrival means nothing: read the state again where it matters. */
export type PaymentReport =
  | { readonly id: string; readonly at: Date; readonly kind: 'checkout'; readonly checkout: Checkout }
  | { readonly id: string; readonly at: Date; readonly kind: 'refund'; readonly refund: Refund }

export interface PaymentWebhookRequest {
  /** The bytes as received: the signature covers these and not a re-serialised copy. */
  readonly rawBody: Uint8Array
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly now: Date
}

/**
 * Every call resolves with what the processor definitely said, or throws: ProcessorRefusal when it said no and will say no again,
 * PartnerUnavailable when it is unknown whether anything happened. After the latter the same request goes out again under the same key.
 */
export interface PaymentProcessor {
  readonly vendor: PaymentVendorName
  createCheckout(request: CheckoutRequest, signal: AbortSignal): Promise<Checkout>
  /** The checkout as it is now: for reports that were lost. */
  readCheckout(reference: string, signal: AbortSignal): Promise<Checkout>
  refund(request: RefundRequest, signal: AbortSignal): Promise<Refund>
  /** Closes a checkout that nobody has paid; answers it as it is then, paid included. */
  expireCheckout(reference: string, signal: AbortSignal): Promise<Checkout>
  readRefund(reference: string, signal: AbortSignal): Promise<Refund>
  /** What became of a refund whose answer was lost; null when there is none, which is final once it is no longer being asked for. */
  findRefund(request: Pick<RefundRequest, 'refundId' | 'paymentReference'>, signal: AbortSignal): Promise<Refund | null>
  /**
   * Verifies and reads one report. Throws `signature_invalid` (401) for a wrong, old or repeated one; the reason goes to the log only.
   * Null for kinds that concern nothing here.
   */
  readReport(request: PaymentWebhookRequest): PaymentReport | null
}
