import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SmsReports } from './sms-reports.ts'

export interface StartSmsOptions {
  /** 0 picks a free port. */
  readonly port: number
  /** Default: a new random one. */
  readonly apiKey?: string
  /** Ed25519 in PEM; signs reports. Default: a new random one. */
  readonly signingKey?: string
  /** Milliseconds until a message is reported as delivered. Default 50. */
  readonly reportAfterMs?: number
  /** The carrier's clock, used for the signatures of its reports. Default: the system clock. */
  readonly clock?: () => Date
}

export interface Sms {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly webhookUrl: string | null
}

/** How the next requests fail. `answer-lost`: sent, but the response never arrives; `answer-late`: it arrives after the reports. */
export interface SmsFault {
  readonly kind: 'status' | 'nonsense' | 'cut' | 'answer-lost' | 'answer-late'
  readonly status?: number
  readonly retryAfter?: number
  readonly delayMs?: number
}

export interface SimulatedSms {
  readonly url: string
  readonly apiKey: string
  /** Verifies its reports: 32 bytes in base64. */
  readonly publicKey: string
  readonly inbox: readonly Sms[]
  readonly reports: SmsReports
  failNext(...faults: readonly SmsFault[]): void
  /** A reply to the last message sent to `from`. */
  reply(from: string, text: string): void
  stop(): Promise<void>
}

/**
 * Faults by the last digits of a number, in the demonstration too. 0001: refused as an invalid number; 0002: accepted, then reported as
 * failed; 0003: accepted and never reported; 0004: every report is sent twice.
 */
const scriptedOutcome = (to: string): 'refused' | 'failed' | 'silent' | 'twice' | 'delivered' =>
  (({ '0001': 'refused', '0002': 'failed', '0003': 'silent', '0004': 'twice' }) as const)[to.slice(-4)] ?? 'delivered'

const faultKinds: readonly SmsFault['kind'][] = ['status', 'nonsense', 'cut', 'answer-lost', 'answer-late']

const readJson = async (request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> => {
  const parsed: unknown = JSON.parse(Buffer.concat((await request.toArray()) as Buffer[]).toString('utf8') || '{}')
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
}
const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/**
 * An SMS carrier without telephones: Telnyx's Messages API, its signed reports, and an inbox. For the demonstration and for tests; other
 * packages reach it over the network only. `GET /messages?to=`, `POST /control/faults`, `POST /control/reply`.
 */
export const startSms = async (options: StartSmsOptions): Promise<SimulatedSms> => {
  const apiKey = options.apiKey ?? `KEY${randomBytes(16).toString('hex')}`
  const privateKey =
    options.signingKey === undefined ? generateKeyPairSync('ed25519').privateKey : createPrivateKey(options.signingKey)
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const inbox: Sms[] = []
  const faults: SmsFault[] = []
  const answered = new Map<string, Sms>()
  const timers = new Set<NodeJS.Timeout>()
  const reports = new SmsReports(privateKey, options.clock ?? (() => new Date()))

  const reportLater = (sms: Sms): void => {
    const outcome = scriptedOutcome(sms.to)
    if (outcome === 'silent' || sms.webhookUrl === null) return
    const { webhookUrl } = sms
    const timer = setTimeout(() => {
      timers.delete(timer)
      const status = outcome === 'failed' ? 'delivery_failed' : 'delivered'
      const errors = outcome === 'failed' ? [{ code: '40008', title: 'Undeliverable' }] : []
      reports.send(
        webhookUrl,
        'message.finalized',
        {
          id: sms.id,
          direction: 'outbound',
          from: { phone_number: sms.from },
          to: [{ phone_number: sms.to, status }],
          errors,
        },
        outcome === 'twice' ? 2 : 1,
      )
    }, options.reportAfterMs ?? 50)
    timers.add(timer)
  }

  const sendMessage = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers.authorization !== `Bearer ${apiKey}`)
      return json(response, 401, { errors: [{ code: '10009', title: 'Authentication failed' }] })
    const fault = faults.shift()
    if (fault?.delayMs !== undefined) await new Promise((resolve) => void setTimeout(resolve, fault.delayMs))
    if (fault?.kind === 'cut') return void response.destroy()
    if (fault?.kind === 'status')
      return json(
        response,
        fault.status ?? 503,
        { errors: [] },
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      )
    if (fault?.kind === 'nonsense') return void response.writeHead(200).end('<html>Welcome</html>')
    const { from, to, text, webhook_url: webhookUrl } = await readJson(request)
    if (
      typeof to !== 'string' ||
      typeof from !== 'string' ||
      typeof text !== 'string' ||
      !/^\+[1-9]\d{6,14}$/.test(to) ||
      scriptedOutcome(to) === 'refused'
    )
      return json(response, 422, { errors: [{ code: '40310', title: "Invalid 'to' address" }] })
    const key = String(request.headers['idempotency-key'] ?? randomUUID())
    let sms = answered.get(key)
    if (!sms) {
      sms = { id: randomUUID(), from, to, text, webhookUrl: typeof webhookUrl === 'string' ? webhookUrl : null }
      answered.set(key, sms)
      inbox.push(sms)
      reportLater(sms)
    }
    if (fault?.kind === 'answer-lost') return void response.destroy()
    if (fault?.kind === 'answer-late') await reports.reported(sms.id)
    json(response, 200, { data: { record_type: 'message', id: sms.id, to: [{ phone_number: to, status: 'queued' }] } })
  }

  const reply = (from: string, text: string): void => {
    const last = inbox.findLast((sms) => sms.to === from)
    if (!last?.webhookUrl) throw new Error('Nothing was sent to this number.')
    reports.send(last.webhookUrl, 'message.received', {
      id: randomUUID(),
      direction: 'inbound',
      from: { phone_number: from },
      to: [{ phone_number: last.from }],
      text,
    })
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://sms')
    const route = async (): Promise<void> => {
      if (request.method === 'POST' && url.pathname === '/v2/messages') return sendMessage(request, response)
      if (request.method === 'GET' && url.pathname === '/messages') {
        const to = url.searchParams.get('to')
        return json(response, 200, { items: inbox.filter((sms) => to === null || sms.to === to).toReversed() })
      }
      if (request.method === 'POST' && url.pathname === '/control/reply') {
        const { from, text } = await readJson(request)
        reply(String(from), String(text))
        return json(response, 200, { done: true })
      }
      if (request.method === 'POST' && url.pathname === '/control/faults') {
        const { kind, times = 1, ...more } = await readJson(request)
        const known = faultKinds.find((each) => each === kind)
        if (!known) return json(response, 400, { error: 'not understood' })
        for (let time = 0; time < Number(times); time += 1) faults.push({ ...more, kind: known })
        return json(response, 200, { done: true })
      }
      json(response, 404, { error: 'nothing here' })
    }
    route().catch(() => json(response, 400, { error: 'not understood' }))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    publicKey: Buffer.from(x, 'base64url').toString('base64'),
    inbox,
    reports,
    failNext: (...more) => void faults.push(...more),
    reply,
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      await reports.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}
