import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkoutPage, closedPage, confirmationPage, styleSheet } from './checkout-pages.ts'
import { PaymentWebhooks, type WebhookEndpoint } from './payment-webhooks.ts'
import { control, type Fault } from './payments-control.ts'
import { ProcessorLedger, testCards, type CheckoutSession, type PaymentOutcome } from './processor-ledger.ts'
import { createProcessorRest } from './processor-rest.ts'

export interface StartPaymentsOptions {
  /** 0 picks a free port. */
  readonly port: number
  /** Default: a new random one. */
  readonly apiKey?: string
  /** The address at which the payer's browser reaches the hosted page, when it is not 127.0.0.1. */
  readonly publicUrl?: string
  readonly webhooks?: readonly WebhookEndpoint[]
  /** Milliseconds until the money of a slow payment arrives. Default 3000. */
  readonly slowMs?: number
  /** Default: the system clock. */
  readonly now?: () => Date
}

export interface SimulatedProcessor {
  readonly url: string
  /** Base of the REST API, without `/v1`. */
  readonly apiBase: string
  readonly apiKey: string
  readonly ledger: ProcessorLedger
  readonly webhooks: PaymentWebhooks
  /** Every REST request so far. */
  readonly received: readonly { readonly method: string; readonly path: string }[]
  failNext(...faults: readonly Fault[]): void
  stop(): Promise<void>
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > 64 * 1024) throw new RangeError('body too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/**
 * A payment processor without money: the part of Stripe's Checkout that the server uses (REST, hosted page, signed webhooks) and a control
 * API at `/control`. For the demonstration and for tests; other packages reach it over the network only.
 */
export const startPayments = async (options: StartPaymentsOptions): Promise<SimulatedProcessor> => {
  const apiKey = options.apiKey ?? `sk_sandbox_${randomBytes(16).toString('hex')}`
  const now = options.now ?? ((): Date => new Date())
  const webhooks = new PaymentWebhooks(options.webhooks ?? [], now)
  let url = ''
  const ledger = new ProcessorLedger({
    baseUrl: () => url,
    slowMs: options.slowMs ?? 3000,
    now,
    report: (type, object) => webhooks.report(type, object),
  })
  const faults: Fault[] = []
  const received: { method: string; path: string }[] = []
  const rest = createProcessorRest(ledger, apiKey, now)

  const respondToRest = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const body = await readBody(request)
    const { method = 'GET', headers } = request
    const query = new URL(request.url ?? '/', 'http://sandbox').searchParams
    received.push({ method, path })
    const fault = faults.shift()
    if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    if (fault?.kind === 'cut') return void response.destroy()
    if (fault?.kind === 'status') {
      const error = { type: 'api_error', code: 'sandbox_fault', message: 'As asked for.' }
      return sendJson(response, fault.status ?? 503, { error })
    }
    const key = headers['idempotency-key']
    const idempotencyKey = typeof key === 'string' ? key : undefined
    const answer = rest({ method, path, query, authorization: headers.authorization, idempotencyKey, body })
    if (fault?.kind === 'answer-lost') return void response.destroy()
    if (fault?.kind === 'nonsense') {
      response.writeHead(200, { 'content-type': 'text/html' })
      return void response.end('<html>Gateway</html>')
    }
    sendJson(response, answer.status, answer.body)
  }

  const respondWithPage = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const [, , id = '', step] = path.split('/')
    const session = ledger.session(id)
    if (!session || (step !== undefined && step !== 'confirm'))
      return sendJson(response, 404, { error: 'nothing here' })
    if (request.method !== 'POST') return sendPage(response, session, 200, pageOf(session))
    const form = new URLSearchParams(await readBody(request))
    const card = testCards.find((each) => each === form.get('card'))
    const outcome: PaymentOutcome | null =
      step === 'confirm'
        ? ledger.confirm(session, form.get('answer') === 'yes')
        : card
          ? ledger.pay(session, card)
          : null
    if (outcome === 'paid' || outcome === 'processing') {
      response.writeHead(303, { location: session.success_url, ...pageHeaders(session) })
      return void response.end()
    }
    if (outcome === 'confirm') return sendPage(response, session, 200, confirmationPage(session))
    if (outcome === 'closed') return sendPage(response, session, 200, closedPage(session))
    const fault =
      outcome === null ? 'Choose how to pay.' : 'The payment was declined. Nothing was taken. Choose another way.'
    sendPage(response, session, outcome === null ? 400 : 402, checkoutPage(session, fault))
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://sandbox')
    const fail = (): void => {
      if (!response.headersSent) sendJson(response, 500, { error: { type: 'api_error' } })
    }
    if (pathname.startsWith('/v1/')) return void respondToRest(request, response, pathname).catch(fail)
    if (pathname.startsWith('/pay/')) return void respondWithPage(request, response, pathname).catch(fail)
    if (pathname.startsWith('/control/')) {
      return void readBody(request)
        .then((text) => {
          const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
          const answer = control({ ledger, webhooks, faults, received }, request.method ?? 'GET', pathname, body)
          sendJson(response, answer.status, answer.body)
        })
        .catch(fail)
    }
    if (pathname === '/style.css') {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' })
      return response.end(styleSheet)
    }
    sendJson(response, 404, { error: 'Nothing here. REST API: /v1. Hosted page: /pay. Control: /control/state.' })
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  url = (options.publicUrl ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`).replace(/\/$/, '')

  return {
    url,
    apiBase: url,
    apiKey,
    ledger,
    webhooks,
    received,
    failNext: (...more) => void faults.push(...more),
    stop: async () => {
      ledger.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await webhooks.stop()
    },
  }
}

const pageOf = (session: CheckoutSession): string =>
  session.status === 'open' ? checkoutPage(session, null) : closedPage(session)

/** `form-action` covers redirects after a form as well, so the portal's origin is listed. */
const pageHeaders = (session: CheckoutSession): Record<string, string> => ({
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${new URL(session.success_url).origin}; frame-ancestors 'none'; base-uri 'none'`,
})

const sendPage = (response: ServerResponse, session: CheckoutSession, status: number, html: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...pageHeaders(session) })
  response.end(html)
}
