import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'koa'
import type { RecordedAccess } from '../audit/create-access.ts'
import type { Session } from '../identity/session.ts'
import type { Caller } from '../contracts/caller.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import type { ActorRole } from '../contracts/caller.ts'
import type { Route } from './route.ts'

/** Waits for the client without taking up a place; refuses when none is free afterwards. */
export type YieldSlotWhile = <T>(wait: () => Promise<T>) => Promise<T>

/** What a handler answered. */
export interface HandlerResult {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What a handler is given of the request. */
export interface HandlerInput {
  readonly path: unknown
  readonly query: unknown
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  readonly rawBody: Uint8Array
}

/**
 * One request on its way through the pipeline. Each step fills in what it found out; later steps rely on it. Every field is
 * set from the start, so that all exchanges share one shape and stay cheap.
 */
export class Exchange {
  readonly context: Context
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly route: Route
  readonly pathParameters: Record<string, string | undefined>
  /** After `?`, without it; may be empty. */
  readonly search: string

  // admit-request
  yieldSlotWhile: YieldSlotWhile = (wait) => wait()
  // trace
  requestId = ''
  traceId = ''
  startedAt = 0
  now: Date = new Date(0)
  // authenticate-session, or the handler of an operation that anyone may call
  caller: Caller | null = null
  session: Session | null = null
  // authorize-permission
  /** Empty until a role of the caller has granted the permission. */
  actorRole: ActorRole | '' = ''
  access: RecordedAccess | null = null
  // validate-request
  input: HandlerInput | null = null
  // gather
  gathered: unknown = undefined
  // keep-or-read
  result: HandlerResult | null = null
  /** The rows that the answer owes; null until it has been vouched for. */
  rows: readonly AccessRow[] | null = null
  /** The rows stand in the ledger already: they were kept in the transaction of the write. */
  isRecorded = false
  /** The body as it will leave, or null. */
  payload: string | Uint8Array | null = null

  constructor(context: Context, route: Route, pathParameters: Record<string, string | undefined>, search: string) {
    this.context = context
    this.request = context.req
    this.response = context.res
    this.route = route
    this.pathParameters = pathParameters
    this.search = search
  }

  header(name: string): string | undefined {
    const value = this.request.headers[name]
    return Array.isArray(value) ? value[0] : value
  }
}

/** The caller of a step that stands behind authenticate-session. */
export const callerOf = (exchange: Exchange): Caller => {
  if (exchange.caller === null) throw new Error('The pipeline is out of order: nobody has been authenticated.')
  return exchange.caller
}

export const accessOf = (exchange: Exchange): RecordedAccess => {
  if (exchange.access === null) throw new Error('The pipeline is out of order: nothing has been authorized.')
  return exchange.access
}
