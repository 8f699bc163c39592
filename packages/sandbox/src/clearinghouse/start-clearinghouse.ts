import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Rule } from './adjudicate.ts'
import { createClearinghouseRest, type ReceivedFile } from './clearinghouse-rest.ts'
import { Clearinghouse } from './clearinghouse.ts'
import { createControl } from './control.ts'
import { Faults, type ScriptedFault } from './faults.ts'
import { Mailbox, type PostedFile } from './mailbox.ts'
import { defaultMember, payers, type Member, type Payer } from './payers.ts'

export interface StartClearinghouseOptions {
  /** 0 picks a free port. */
  readonly port: number
  /** Default: a new random one. */
  readonly apiKey?: string
  /** The payers' processing time in milliseconds. Default 0: the 835 is in the mailbox as soon as the file is received. */
  readonly thinkMs?: number
  readonly payers?: readonly Payer[]
  readonly member?: (payer: Payer, memberId: string) => Member | null
  readonly now?: () => Date
  /** Numbers of files, claims and payments start after this one. A run must not reuse those of another run. Default 0. */
  readonly numbersAfter?: number
}

export interface SimulatedClearinghouse {
  readonly url: string
  /** Base of the mailbox protocol. */
  readonly apiBase: string
  readonly apiKey: string
  readonly mailbox: Mailbox
  /** Every file received, by its id; `times` is how often it was received. */
  readonly received: ReadonlyMap<string, ReceivedFile>
  /** What the next requests get instead of a response. */
  fail(fault: ScriptedFault, times?: number): void
  /** For matching claims: rejected, denied, paid at a percentage, or never answered. The first matching rule decides. */
  script(rule: Rule): void
  /** The payer's next payment withholds this amount (PLB). Cents. */
  recoup(payerId: string, amount: number, reference: string): void
  /** Puts a file into the mailbox unchanged. */
  post(content: string): PostedFile
  stop(): Promise<void>
}

/**
 * A clearinghouse and four payers: receives 837P files, responds with TA1, 999, 277CA and 835, and to a 270 with a 271. It decides by
 * rules, so the same claim gets the same response. For the demonstration and for tests; other packages reach it over the network only.
 * `/control` scripts it over HTTP.
 */
export const startClearinghouse = async (options: StartClearinghouseOptions): Promise<SimulatedClearinghouse> => {
  const apiKey = options.apiKey ?? randomBytes(24).toString('hex')
  const now = options.now ?? ((): Date => new Date())
  const mailbox = new Mailbox()
  const faults = new Faults()
  const rules: Rule[] = []
  const received = new Map<string, ReceivedFile>()
  const timers = new Set<NodeJS.Timeout>()
  const later = (work: () => void): void => {
    if (!options.thinkMs) return work()
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, options.thinkMs)
    timers.add(timer)
  }
  const clearinghouse = new Clearinghouse({
    payers: options.payers ?? payers,
    member: options.member ?? defaultMember,
    rules,
    mailbox,
    now,
    later,
    numbersAfter: options.numbersAfter ?? 0,
  })
  const rest = createClearinghouseRest({ apiKey, clearinghouse, mailbox, faults, received })
  const control = createControl({ clearinghouse, mailbox, faults, rules, received, now })
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://sandbox')
    void answer(url.pathname.startsWith('/control/') ? control : rest, request, response, url)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    apiBase: `${url}/v1`,
    apiKey,
    mailbox,
    received,
    fail: (fault, times) => faults.add(fault, times),
    script: (rule) => void rules.push(rule),
    recoup: (payerId, amount, reference) => clearinghouse.recoup(payerId, amount, reference),
    post: (content) => mailbox.post(content, now()),
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>

const answer = async (
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> => {
  try {
    await handler(request, response, url)
  } catch {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
    response.end('{"error":"server-error"}')
  }
}
