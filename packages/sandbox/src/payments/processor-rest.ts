import { createHash, timingSafeEqual } from 'node:crypto'
import type { ProcessorLedger } from './processor-ledger.ts'
import { readForm, textAt, type Form } from './read-form.ts'

export interface RestRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly authorization: string | undefined
  readonly idempotencyKey: string | undefined
  readonly body: string
}
export interface RestResponse {
  readonly status: number
  readonly body: unknown
}

const refuse = (status: number, type: string, code?: string, param?: string): RestResponse => ({
  status,
  body: { error: { type, ...(code && { code }), ...(param && { param }), message: 'Refused by the sandbox.' } },
})
const invalid = (param: string, code = 'parameter_invalid'): RestResponse =>
  refuse(400, 'invalid_request_error', code, param)

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()

/** An idempotency key expires a day after its first use; the same request then takes effect again. Milliseconds. */
const idempotencyKeyLifetimeMs = 24 * 3_600_000

/**
 * The part of Stripe's REST API that the server uses: Checkout Sessions and Refunds, with idempotency keys. Unknown parameters are refused,
 * so that a misspelled one fails here and not in production.
 */
export const createProcessorRest = (
  ledger: ProcessorLedger,
  apiKey: string,
  now: () => Date,
): ((request: RestRequest) => RestResponse) => {
  const answered = new Map<string, { readonly request: string; readonly response: RestResponse; readonly at: Date }>()

  const route = ({ method, path, query, body }: RestRequest): RestResponse => {
    const session = /^\/v1\/checkout\/sessions\/([\w-]+)$/.exec(path)
    if (method === 'GET' && session) {
      const found = ledger.session(session[1] ?? '')
      return found
        ? { status: 200, body: { ...found } }
        : refuse(404, 'invalid_request_error', 'resource_missing', 'id')
    }
    const refund = /^\/v1\/refunds\/([\w-]+)$/.exec(path)
    if (method === 'GET' && refund) {
      const found = ledger.refunds.get(refund[1] ?? '')
      return found
        ? { status: 200, body: { ...found } }
        : refuse(404, 'invalid_request_error', 'resource_missing', 'id')
    }
    if (method === 'GET' && path === '/v1/refunds') {
      const payment = query.get('payment_intent')
      if (payment === null || ledger.paidFor(payment) === null)
        return refuse(404, 'invalid_request_error', 'resource_missing', 'payment_intent')
      const data = [...ledger.refunds.values()].filter((each) => each.payment_intent === payment)
      return { status: 200, body: { object: 'list', has_more: false, data: data.map((each) => ({ ...each })) } }
    }
    const closing = /^\/v1\/checkout\/sessions\/([\w-]+)\/expire$/.exec(path)
    if (method === 'POST' && closing) {
      const found = ledger.session(closing[1] ?? '')
      if (!found) return refuse(404, 'invalid_request_error', 'resource_missing', 'id')
      if (found.status !== 'open') return refuse(400, 'invalid_request_error', 'resource_not_open', 'id')
      ledger.expire(found)
      return { status: 200, body: { ...found } }
    }
    if (method !== 'POST') return refuse(404, 'invalid_request_error', 'url_invalid')
    const form = readForm(body)
    if (form === null) return invalid('body')
    if (path === '/v1/checkout/sessions') return createSession(ledger, form)
    if (path === '/v1/refunds') return createRefund(ledger, form)
    return refuse(404, 'invalid_request_error', 'url_invalid')
  }

  return (request) => {
    const given = hash(request.authorization ?? '')
    if (!timingSafeEqual(given, hash(`Bearer ${apiKey}`)))
      return refuse(401, 'invalid_request_error', 'api_key_invalid')
    const key = request.idempotencyKey
    if (request.method !== 'POST' || key === undefined) return route(request)
    const fingerprint = `${request.path}\n${request.body}`
    const earlier = answered.get(key)
    const at = now()
    if (earlier && at.getTime() - earlier.at.getTime() < idempotencyKeyLifetimeMs)
      return earlier.request === fingerprint
        ? earlier.response
        : refuse(400, 'idempotency_error', 'idempotency_key_in_use')
    const answer = route(request)
    // A copy: the same key gets its first response again, even after the object has changed.
    answered.set(key, { request: fingerprint, response: structuredClone(answer), at })
    return answer
  }
}

const sessionParameters = new Set([
  'mode',
  'client_reference_id',
  'success_url',
  'cancel_url',
  'expires_at',
  'line_items',
  'payment_intent_data',
])

const createSession = (ledger: ProcessorLedger, form: Form): RestResponse => {
  const unknown = Object.keys(form).find((name) => !sessionParameters.has(name))
  if (unknown) return invalid(unknown, 'parameter_unknown')
  if (textAt(form, 'mode') !== 'payment') return invalid('mode')
  const amount = parsePositive(textAt(form, 'line_items', '0', 'price_data', 'unit_amount'))
  if (amount === null || amount < 50) return invalid('line_items[0][price_data][unit_amount]', 'amount_too_small')
  if (textAt(form, 'line_items', '0', 'quantity') !== '1') return invalid('line_items[0][quantity]')
  if (textAt(form, 'line_items', '0', 'price_data', 'currency') !== 'usd')
    return invalid('line_items[0][price_data][currency]')
  const label = textAt(form, 'line_items', '0', 'price_data', 'product_data', 'name')
  if (!label) return invalid('line_items[0][price_data][product_data][name]', 'parameter_missing')
  const clientReferenceId = textAt(form, 'client_reference_id')
  if (!clientReferenceId || clientReferenceId.length > 200) return invalid('client_reference_id')
  const successUrl = parseWebUrl(textAt(form, 'success_url'))
  if (successUrl === null) return invalid('success_url', 'url_invalid')
  const cancelUrl = parseWebUrl(textAt(form, 'cancel_url'))
  if (cancelUrl === null) return invalid('cancel_url', 'url_invalid')
  const expiresAt = parsePositive(textAt(form, 'expires_at'))
  if (expiresAt === null) return invalid('expires_at')
  return { status: 200, body: ledger.open({ amount, label, clientReferenceId, successUrl, cancelUrl, expiresAt }) }
}

const createRefund = (ledger: ProcessorLedger, form: Form): RestResponse => {
  const payment = textAt(form, 'payment_intent')
  const paid = payment === undefined ? null : ledger.paidFor(payment)
  if (payment === undefined || paid === null) return invalid('payment_intent', 'resource_missing')
  const amount = parsePositive(textAt(form, 'amount'))
  if (amount === null) return invalid('amount')
  const left = paid - ledger.refundedOf(payment)
  if (left === 0) return refuse(400, 'invalid_request_error', 'charge_already_refunded')
  if (amount > left) return invalid('amount', 'amount_too_large')
  const metadata = form['metadata']
  const notes =
    typeof metadata === 'object'
      ? Object.fromEntries(
          Object.entries(metadata).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : {}
  return { status: 200, body: ledger.refund(payment, amount, notes) }
}

const parsePositive = (text: string | undefined): number | null => {
  const value = /^[1-9][0-9]{0,11}$/.test(text ?? '') ? Number(text) : Number.NaN
  return Number.isSafeInteger(value) ? value : null
}

const parseWebUrl = (text: string | undefined): string | null => {
  const url = text === undefined ? null : URL.parse(text)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null
}
