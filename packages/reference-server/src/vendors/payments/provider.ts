/**
 * The interface of a payment processor. The billing domain uses this file and no specific processor.
 *
 * A card number never crosses this interface, in either direction: the payer types it into the processor's own hosted page, so that
 * neither the server nor the portal's pages come into the scope of PCI DSS beyond SAQ A. Requests contain an amount, ids of this server
 * and return URLs; never a name, a diagnosis or a service (a processor is not a business associate: HIPAA section 1179).
 *
 * Amounts are integer cents of US dollars.
 */

/** As in the configuration. */
export type PaymentVendorName = 'stripe'

export interface CheckoutRequest {
  /** The processor recognizes a repeat by it: the transmission's id. The same key never creates a second checkout. */
  readonly idempotencyKey: string
  /** This server's id of the payment; returned in every report. */
  readonly paymentId: string
  readonly amountCents: number
  /** Shown to the payer on the hosted page, e.g. `Balance due`. The same for everyone: it reveals nothing about care. */
  readonly label: string
  /** The payer's browser returns to these URLs. They must not contain PHI. */
  readonly successUrl: string
  readonly cancelUrl: string
  /** Payment is not possible after this time. Between 30 minutes and 24 hours ahead. */
  readonly expiresAt: Date
}

/**
 * - `open`: can be paid at `url`
 * - `processing`: the payer is done, the money has not arrived yet
 * - `paid`: the money has arrived
 * - `failed`: the payment failed, and this checkout cannot be paid any more
 * - `expired`: not paid in time
 */
export type CheckoutState = 'open' | 'processing' | 'paid' | 'failed' | 'expired'

export interface Checkout {
  /** The processor's id of the checkout. */
  readonly reference: string
  readonly paymentId: string
  readonly state: CheckoutState
  readonly amountCents: number
  /** The hosted page while `open`, else null. Anyone with the URL can pay, and do nothing else. */
  readonly url: string | null
  /** The processor's id of the payment, which refunds refer to; null before there is one. */
  readonly paymentReference: string | null
}

export interface RefundRequest {
  readonly idempotencyKey: string
  /** This server's id of the refund; returned in every report. */
  readonly refundId: string
  readonly paymentReference: string
  /** At most the rest of the payment. */
  readonly amountCents: number
}

export type RefundState = 'pending' | 'succeeded' | 'failed'

export interface Refund {
  readonly reference: string
  /** Null for a refund that was made in the processor's dashboard. */
  readonly refundId: string | null
  readonly paymentReference: string
  readonly state: RefundState
  readonly amountCents: number
}

/** A report of the processor. Reports may arrive in any order: read the current state where it matters. */
export type PaymentReport =
  | { readonly id: string; readonly at: Date; readonly kind: 'checkout'; readonly checkout: Checkout }
  | { readonly id: string; readonly at: Date; readonly kind: 'refund'; readonly refund: Refund }
  /** It says something that is not known here, such as a dispute, or says it in a way that cannot be read, such as in another currency. */
  | { readonly id: string; readonly at: Date; readonly kind: 'report_unknown' | 'report_unreadable' }

export interface PaymentWebhookRequest {
  /** The bytes as received: the signature covers these and not a reserialized copy. */
  readonly rawBody: Uint8Array
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly now: Date
}

/**
 * Every call resolves with the processor's definite response, or throws: ProcessorRefusal for a permanent refusal, PartnerUnavailable if
 * it is unknown whether anything happened. The same request is then sent again with the same key.
 */
export interface PaymentProcessor {
  readonly vendor: PaymentVendorName
  /** Which version of the reader reads reports; stored with each. */
  readonly reader: string
  createCheckout(request: CheckoutRequest, signal: AbortSignal): Promise<Checkout>
  /** The current checkout, in case reports were lost. */
  readCheckout(reference: string, signal: AbortSignal): Promise<Checkout>
  refund(request: RefundRequest, signal: AbortSignal): Promise<Refund>
  /** Closes an unpaid checkout. Returns its state afterwards, which may be paid. */
  expireCheckout(reference: string, signal: AbortSignal): Promise<Checkout>
  readRefund(reference: string, signal: AbortSignal): Promise<Refund>
  /** Finds a refund whose response was lost; null if there is none, which is final once it is no longer being requested. */
  findRefund(request: Pick<RefundRequest, 'refundId' | 'paymentReference'>, signal: AbortSignal): Promise<Refund | null>
  /**
   * Verifies and reads one report. Throws `signature_invalid` (401) for a wrong, old or repeated one; the reason is only logged. Null for
   * kinds without effect here.
   */
  readReport(request: PaymentWebhookRequest): PaymentReport | null
}
