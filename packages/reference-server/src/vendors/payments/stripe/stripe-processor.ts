import { createReplayGuard } from '../../video/replay-guard.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import { ProcessorRefusal } from '../problems.ts'
import type { PaymentProcessor } from '../provider.ts'
import { readCheckout, readRefund, readRefunds } from './read-object.ts'
import { readWebhook } from './read-webhook.ts'
import { createStripeClient, type StripeClientOptions } from './stripe-client.ts'

export interface StripeOptions extends StripeClientOptions {
  /** Secret of the webhook endpoint, `whsec_...`. */
  readonly webhookSecret: string
}

/** Stripe Checkout: the payer enters the card on Stripe's page, and Stripe reports the payment. */
export const createStripeProcessor = ({ webhookSecret, ...options }: StripeOptions): PaymentProcessor => {
  const client = createStripeClient(options)
  const replays = createReplayGuard()
  return {
    vendor: 'stripe',
    reader: 'stripe-events-2',
    createCheckout: async (request, signal) => {
      const { idempotencyKey, paymentId, amountCents } = request
      const response = await client(
        {
          method: 'POST',
          path: ['checkout', 'sessions'],
          idempotencyKey,
          form: {
            mode: 'payment',
            client_reference_id: paymentId,
            success_url: request.successUrl,
            cancel_url: request.cancelUrl,
            expires_at: Math.floor(request.expiresAt.getTime() / 1000),
            line_items: [
              {
                quantity: 1,
                price_data: { currency: 'usd', unit_amount: amountCents, product_data: { name: request.label } },
              },
            ],
            payment_intent_data: { metadata: { payment_id: paymentId } },
          },
        },
        signal,
      )
      const checkout = readCheckout(response)
      // A different checkout under this key would charge the wrong amount.
      if (checkout.paymentId !== paymentId || checkout.amountCents !== amountCents)
        throw new PartnerUnavailable('nonsense:another-checkout')
      return checkout
    },
    readCheckout: async (reference, signal) =>
      readCheckout(await client({ method: 'GET', path: ['checkout', 'sessions', reference] }, signal)),
    expireCheckout: async (reference, signal) => {
      const path = ['checkout', 'sessions', reference]
      try {
        return readCheckout(await client({ method: 'POST', path: [...path, 'expire'], form: {} }, signal))
      } catch (error) {
        if (!(error instanceof ProcessorRefusal)) throw error
        // Only an open checkout can be expired: this one was paid, or has already expired.
        return readCheckout(await client({ method: 'GET', path }, signal))
      }
    },
    refund: async ({ idempotencyKey, refundId, paymentReference, amountCents }, signal) => {
      const form = { payment_intent: paymentReference, amount: amountCents, metadata: { refund_id: refundId } }
      const refund = readRefund(await client({ method: 'POST', path: ['refunds'], idempotencyKey, form }, signal))
      if (refund.refundId !== refundId || refund.amountCents !== amountCents)
        throw new PartnerUnavailable('nonsense:another-refund')
      return refund
    },
    readRefund: async (reference, signal) =>
      readRefund(await client({ method: 'GET', path: ['refunds', reference] }, signal)),
    findRefund: async ({ refundId, paymentReference }, signal) => {
      const query = { payment_intent: paymentReference, limit: '100' }
      const all = readRefunds(await client({ method: 'GET', path: ['refunds'], query }, signal))
      return all.find((refund) => refund.refundId === refundId) ?? null
    },
    readReport: (request) => readWebhook(request, webhookSecret, replays),
  }
}
