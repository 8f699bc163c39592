import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'koa'
import type { RecordedAccess } from '../audit/create-access.ts'
import type { Purpose } from '../identity/permissions.ts'
import type { Session } from '../identity/session.ts'
import type { Caller } from '../contracts/caller.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import type { ActorRole } from '../contracts/caller.ts'
import type { ClientOrigin } from './client-origins.ts'
import type { Route } from './route.ts'

/** Waits for the client without occupying a slot. Refuses if none is free afterwards. */
export type YieldSlotWhile = <T>(wait: () => Promise<T>) => Promise<T>

/** The result of a handler. */
export interface HandlerResult {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** The part of a request that a handler receives. */
export interface HandlerInput {
  readonly path: unknown
  readonly query: unknown
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  readonly rawBody: Uint8Array
  readonly address: string
}

const startOfTime = (): Date => new Date(0)

/**
 * One request in the pipeline. Each step sets its fields, and later steps rely on them. All fields are initialized at creation, so that
 * all exchanges share one hidden class.
 */
export class Exchange {
  readonly context: Context
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly route: Route
  readonly pathParameters: Record<string, string | undefined>
  /** The part after `?`; may be empty. */
  readonly search: string

  // limit-proofs
  /** The client's address, for limits. It is stored sealed, with the origin. */
  address = ''
  // admit-request
  yieldSlotWhile: YieldSlotWhile = (wait) => wait()
  // trace
  requestId = ''
  traceId = ''
  startedAt = 0
  now: Date = new Date(0)
  /** The time at this moment. Decisions use `now`, so that they agree with each other. */
  clock: () => Date = startOfTime
  // authenticate-session, or the handler of an operation that anyone may call
  caller: Caller | null = null
  session: Session | null = null
  /** `jti` of the access token; empty for what anyone may call. */
  tokenId = ''
  // note-origin
  origin: ClientOrigin | null = null
  // authorize-permission
  /** Empty until a role of the caller has granted the permission. */
  actorRole: ActorRole | '' = ''
  /** Null until it is known: stated by the request, or the usual one of the role. */
  purpose: Purpose | null = null
  /** Whether an open emergency access permits this to the caller. */
  servesEmergencies = false
  access: RecordedAccess | null = null
  // validate-request
  input: HandlerInput | null = null
  // gather
  gathered: unknown = undefined
  // keep-or-read
  result: HandlerResult | null = null
  /** The rows that the response requires; null until it has been validated. */
  rows: readonly AccessRow[] | null = null
  /** The rows are already in the ledger: they were stored in the transaction of the write. */
  isRecorded = false
  /** What others have to work on because of it; 0 for a repeated request. */
  outboxUnits = 0
  /** The body to send, or null. */
  payload: string | Uint8Array | null = null
  #disconnected: AbortController | null = null
  /** The exchange of the request in which this one is one of several reads. */
  readonly #outer: Exchange | null

  constructor(
    context: Context,
    route: Route,
    pathParameters: Record<string, string | undefined>,
    search: string,
    outer: Exchange | null = null,
  ) {
    this.context = context
    this.request = context.req
    this.response = context.res
    this.route = route
    this.pathParameters = pathParameters
    this.search = search
    this.#outer = outer
  }

  /**
   * Aborted when the client disconnects before it is answered. Created for a request that waits, because a listener costs more than a quick
   * answer gains.
   */
  get disconnected(): AbortSignal {
    if (this.#outer !== null) return this.#outer.disconnected
    if (this.#disconnected === null) {
      const disconnected = new AbortController()
      this.#disconnected = disconnected
      const { response } = this
      if (response.destroyed) disconnected.abort()
      else
        response.once('close', () => {
          if (!response.writableFinished) disconnected.abort()
        })
    }
    return this.#disconnected.signal
  }

  header(name: string): string | undefined {
    const value = this.request.headers[name]
    return Array.isArray(value) ? value[0] : value
  }
}

/** The caller. Only for steps after authenticate-session. */
export const callerOf = (exchange: Exchange): Caller => {
  if (exchange.caller === null) throw new Error('The pipeline is out of order: the request is not authenticated.')
  return exchange.caller
}

export const accessOf = (exchange: Exchange): RecordedAccess => {
  if (exchange.access === null) throw new Error('The pipeline is out of order: nothing has been authorized.')
  return exchange.access
}
