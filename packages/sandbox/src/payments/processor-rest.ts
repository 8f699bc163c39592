import { createHash, timingSafeEqual } from 'node:crypto'
import type { ProcessorBook } from './processor-book.ts'
import { readForm, textAt, type Form } from './read-form.ts'

export interface RestRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly authorization: string | undefined
  readonly idempotencyKey: string | undefined
  readonly body: string
}
export interface RestAnswer {
  readonly status: number
  readonly body: unknown
}

const refuse = (status: number, type: string, code?: string, param?: string): RestAnswer => ({
  status,
  body: { error: { type, ...(code && { code }), ...(param && { param }), message: 'Refused by the sandbox.' } },
})
const invalid = (param: string, code = 'parameter_invalid'): RestAnswer =>
  refuse(400, 'invalid_request_error', code, param)

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A key is forgotten a day after it was first used; the same request is then another one. Milliseconds. */
const keyLives = 24 * 3_600_000

/**
 * Stripe's REST API as far as the server uses it: Checkout Sessions and Refunds, with idempotency keys. Unknown parameters are refused, so
 * that a misspelt one is noticed here and not in production.
 */
export const createProcessorRest = (
  book: ProcessorBook,
  apiKey: string,
  now: () => Date,
): ((request: RestRequest) => RestAnswer) => {
  const answered = new Map<string, { readonly request: string; readonly answer: RestAnswer; readonly at: Date }>()

  const route = ({ method, path, query, body }: RestRequest): RestAnswer => {
    const session = /^\/v1\/checkout\/sessions\/([\w-]+)$/.exec(path)
    if (method === 'GET' && session) {
      const found = book.session(session[1] ?? '')
      return found
        ? { status: 200, body: { ...found } }
        : refuse(404, 'invalid_request_error', 'resource_missing', 'id')
    }
    const refund = /^\/v1\/refunds\/([\w-]+)$/.exec(path)
    if (method === 'GET' && refund) {
      const found = book.refunds.get(refund[1] ?? '')
      return found
        ? { status: 200, body: { ...found } }
        : refuse(404, 'invalid_request_error', 'resource_missing', 'id')
    }
    if (method === 'GET' && path === '/v1/refunds') {
      const payment = query.get('payment_intent')
      if (payment === null || book.paidFor(payment) === null)
        return refuse(404, 'invalid_request_error', 'resource_missing', 'payment_intent')
      const data = [...book.refunds.values()].filter((each) => each.payment_intent === payment)
      return { status: 200, body: { object: 'list', has_more: false, data: data.map((each) => ({ ...each })) } }
    }
    const closing = /^\/v1\/checkout\/sessions\/([\w-]+)\/expire$/.exec(path)
    if (method === 'POST' && closing) {
      const found = book.session(closing[1] ?? '')
      if (!found) return refuse(404, 'invalid_request_error', 'resource_missing', 'id')
      if (found.status !== 'open') return refuse(400, 'invalid_request_error', 'resource_not_open', 'id')
      book.expire(found)
      return { status: 200, body: { ...found } }
    }
    if (method !== 'POST') return refuse(404, 'invalid_request_error', 'url_invalid')
    const form = readForm(body)
    if (form === null) return invalid('body')
    if (path === '/v1/checkout/sessions') return createSession(book, form)
    if (path === '/v1/refunds') return createRefund(book, form)
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
    if (earlier && at.getTime() - earlier.at.getTime() < keyLives)
      return earlier.request === fingerprint
        ? earlier.answer
        : refuse(400, 'idempotency_error', 'idempotency_key_in_use')
    const answer = route(request)
    // A copy: the same key is answered as it was the first time, whatever has become of the thing since.
    answered.set(key, { request: fingerprint, answer: structuredClone(answer), at })
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

const createSession = (book: ProcessorBook, form: Form): RestAnswer => {
  const unknown = Object.keys(form).find((name) => !sessionParameters.has(name))
  if (unknown) return invalid(unknown, 'parameter_unknown')
  if (textAt(form, 'mode') !== 'payment') return invalid('mode')
  const amount = positive(textAt(form, 'line_items', '0', 'price_data', 'unit_amount'))
  if (amount === null || amount < 50) return invalid('line_items[0][price_data][unit_amount]', 'amount_too_small')
  if (textAt(form, 'line_items', '0', 'quantity') !== '1') return invalid('line_items[0][quantity]')
  if (textAt(form, 'line_items', '0', 'price_data', 'currency') !== 'usd')
    return invalid('line_items[0][price_data][currency]')
  const label = textAt(form, 'line_items', '0', 'price_data', 'product_data', 'name')
  if (!label) return invalid('line_items[0][price_data][product_data][name]', 'parameter_missing')
  const clientReferenceId = textAt(form, 'client_reference_id')
  if (!clientReferenceId || clientReferenceId.length > 200) return invalid('client_reference_id')
  const successUrl = webAddress(textAt(form, 'success_url'))
  if (successUrl === null) return invalid('success_url', 'url_invalid')
  const cancelUrl = webAddress(textAt(form, 'cancel_url'))
  if (cancelUrl === null) return invalid('cancel_url', 'url_invalid')
  const expiresAt = positive(textAt(form, 'expires_at'))
  if (expiresAt === null) return invalid('expires_at')
  return { status: 200, body: book.open({ amount, label, clientReferenceId, successUrl, cancelUrl, expiresAt }) }
}

const createRefund = (book: ProcessorBook, form: Form): RestAnswer => {
  const payment = textAt(form, 'payment_intent')
  const paid = payment === undefined ? null : book.paidFor(payment)
  if (payment === undefined || paid === null) return invalid('payment_intent', 'resource_missing')
  const amount = positive(textAt(form, 'amount'))
  if (amount === null) return invalid('amount')
  const left = paid - book.refundedOf(payment)
  if (left === 0) return refuse(400, 'invalid_request_error', 'charge_already_refunded')
  if (amount > left) return invalid('amount', 'amount_too_large')
  const metadata = form['metadata']
  const notes =
    typeof metadata === 'object'
      ? Object.fromEntries(
          Object.entries(metadata).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : {}
  return { status: 200, body: book.refund(payment, amount, notes) }
}

const positive = (text: string | undefined): number | null => {
  const value = /^[1-9][0-9]{0,11}$/.test(text ?? '') ? Number(text) : Number.NaN
  return Number.isSafeInteger(value) ? value : null
}

const webAddress = (text: string | undefined): string | null => {
  const url = text === undefined ? null : URL.parse(text)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null
}
