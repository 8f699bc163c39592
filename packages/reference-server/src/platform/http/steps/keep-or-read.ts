import { createHash } from 'node:crypto'
import { newId } from '../../database/ids/new-id.ts'
import type { UnitOfWork, WorkRequest } from '../../contracts/unit-of-work.ts'
import { accessOf, callerOf } from '../exchange.ts'
import type { Exchange, HandlerResult } from '../exchange.ts'
import type { BoundOperation } from '../../contracts/operation.ts'
import type { Step } from '../pipeline-step.ts'
import { RelationshipUnknown } from '../access-rows.ts'
import { auditResponse } from '../audit-response.ts'
import { readContextFor } from './gather.ts'
import type { ReadContextParts } from './gather.ts'
import { relateTo } from './require-relationship.ts'
import type { CareParts } from './resolve-care.ts'

export interface KeepOrReadParts extends ReadContextParts, CareParts {
  readonly unitOfWork: UnitOfWork
}

/** Two requests with one key are the same request if this hash is equal. */
const requestHash = (exchange: Exchange): Uint8Array =>
  createHash('sha256')
    .update(exchange.request.url ?? '')
    .update('\n')
    .update(exchange.input?.rawBody ?? '')
    .digest()

const idempotencyOf = (exchange: Exchange): WorkRequest<unknown>['idempotency'] => {
  const key = exchange.request.headers['idempotency-key']
  if (!exchange.route.declaration.idempotent || typeof key !== 'string') return null
  return { key, operation: exchange.route.id, requestHash: requestHash(exchange) }
}

const keep = async (
  exchange: Exchange,
  { keep: run, replay }: Required<Pick<BoundOperation, 'keep'>> & Pick<BoundOperation, 'replay'>,
  { unitOfWork, care }: KeepOrReadParts,
): Promise<void> => {
  const context = {
    caller: callerOf(exchange),
    requestId: exchange.requestId,
    now: exchange.now,
    access: accessOf(exchange),
    newId,
  }
  const request: WorkRequest<HandlerResult> = {
    domain: exchange.route.domain,
    context,
    idempotency: idempotencyOf(exchange),
    // Before commit: a response that must not leave rolls back its write.
    audit: (result) => {
      exchange.rows = auditResponse(exchange, result)
      return exchange.rows
    },
    ...(replay && { replay: (result) => replay(result as never) as HandlerResult }),
  }
  for (;;) {
    try {
      const { result } = await unitOfWork.run(
        request,
        async (context) => (await run(exchange.input as never, exchange.gathered as never, context)) as HandlerResult,
      )
      exchange.result = result
      break
    } catch (error) {
      // The patients may be known only in the transaction, where no other domain can be called: roll back, read the relationships, run
      // again.
      if (!(error instanceof RelationshipUnknown)) throw error
      await relateTo(exchange, care, error.patientIds)
    }
  }
  exchange.isRecorded = exchange.rows !== null
}

/**
 * The act itself. `keep`: one transaction that stores the fact, its events and its audit rows, or replays the response to an earlier
 * request with the same key. `read`: a response from a reader, recorded by a later step. A stream takes over the response.
 */
export const keepOrRead = (parts: KeepOrReadParts): Step => ({
  name: 'keep-or-read',
  run: async (exchange, next) => {
    const { handler, stream, ports } = exchange.route
    if (stream !== null) {
      // A HEAD needs only the status of a GET, and a stream never ends.
      if (exchange.request.method === 'HEAD') {
        exchange.context.status = 200
        return
      }
      exchange.context.respond = false
      stream({
        caller: callerOf(exchange),
        response: exchange.response,
        lastEventId: exchange.header('last-event-id') ?? null,
      })
      return
    }
    if (handler?.keep !== undefined) await keep(exchange, { ...handler, keep: handler.keep }, parts)
    else if (handler?.read !== undefined)
      exchange.result = (await handler.read(
        exchange.input as never,
        exchange.gathered as never,
        readContextFor(exchange, parts),
        ports as never,
      )) as HandlerResult
    return next(exchange)
  },
})
