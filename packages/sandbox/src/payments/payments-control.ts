import type { PaymentWebhooks } from './payment-webhooks.ts'
import { deliveryModes } from './payment-webhooks.ts'
import { testCards, type ProcessorLedger } from './processor-ledger.ts'

/** How the next request of the REST API fails. */
export interface Fault {
  /**
   * `status`: refused with `status`. `nonsense`: 200 without JSON. `cut`: the connection ends before the request takes effect.
   * `answer-lost`: the request takes effect, but the response never arrives.
   */
  readonly kind: 'status' | 'nonsense' | 'cut' | 'answer-lost'
  readonly status?: number
  readonly delayMs?: number
}
export const faultKinds: readonly Fault['kind'][] = ['status', 'nonsense', 'cut', 'answer-lost']

export interface ControlContext {
  readonly ledger: ProcessorLedger
  readonly webhooks: PaymentWebhooks
  readonly faults: Fault[]
  readonly received: readonly { readonly method: string; readonly path: string }[]
}

/** For tests and the demonstration: triggers what happens at the processor without a person at the page. JSON in, JSON out. */
export const control = (
  { ledger, webhooks, faults, received }: ControlContext,
  method: string,
  path: string,
  body: Readonly<Record<string, unknown>>,
): { readonly status: number; readonly body: unknown } => {
  const done = (answer: unknown = { done: true }) => ({ status: 200, body: answer })
  const wrong = { status: 400, body: { error: 'not understood' } }
  if (method === 'GET' && path === '/control/state') {
    const { endpoints, deliveries } = webhooks
    const urls = endpoints.map(({ url }) => url)
    return done({
      sessions: [...ledger.sessions.values()],
      refunds: [...ledger.refunds.values()],
      urls,
      deliveries,
      received,
    })
  }
  if (method !== 'POST') return { status: 404, body: { error: 'nothing here' } }
  if (path === '/control/faults') {
    const kind = faultKinds.find((each) => each === body['kind'])
    if (!kind) return wrong
    const { times = 1, status, delayMs } = body
    const fault: Fault = {
      kind,
      ...(typeof status === 'number' && { status }),
      ...(typeof delayMs === 'number' && { delayMs }),
    }
    for (let time = 0; time < Number(times); time += 1) faults.push(fault)
    return done()
  }
  if (path === '/control/webhooks') {
    const next = Array.isArray(body['next']) ? body['next'] : []
    const modes = next.flatMap((mode) => deliveryModes.filter((each) => each === mode))
    if (modes.length !== next.length) return wrong
    webhooks.scriptNext(modes)
    return done()
  }
  if (path === '/control/webhook-endpoints') {
    const { url, secret } = body
    if (typeof url !== 'string' || typeof secret !== 'string') return wrong
    webhooks.endpoints.push({ url, secret })
    return done()
  }
  if (path === '/control/webhooks/release') return done({ released: webhooks.release() })
  if (path === '/control/refunds') {
    ledger.holdRefunds = body['hold'] === true
    return done()
  }
  const action = /^\/control\/(sessions|refunds)\/([\w-]+)\/([a-z-]+)$/.exec(path)
  return action
    ? runAction(ledger, action[1] ?? '', action[2] ?? '', action[3] ?? '', body)
    : { status: 404, body: { error: 'nothing here' } }
}

const runAction = (
  ledger: ProcessorLedger,
  what: string,
  id: string,
  action: string,
  body: Readonly<Record<string, unknown>>,
): { readonly status: number; readonly body: unknown } => {
  const missing = { status: 404, body: { error: 'nothing here' } }
  if (what === 'refunds') {
    const refund = ledger.refunds.get(id)
    if (!refund || action !== 'settle') return missing
    ledger.settleRefund(refund, body['succeeded'] !== false)
    return { status: 200, body: refund }
  }
  const session = ledger.session(id)
  if (!session) return missing
  const card = testCards.find((each) => each === body['card'])
  if (action === 'pay' && card) return { status: 200, body: { outcome: ledger.pay(session, card), session } }
  if (action === 'confirm')
    return { status: 200, body: { outcome: ledger.confirm(session, body['confirmed'] === true), session } }
  if (action === 'expire') ledger.expire(session)
  else if (action === 'settle') ledger.settleSlow(session, body['arrived'] !== false)
  else return missing
  return { status: 200, body: { session } }
}
