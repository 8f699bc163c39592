import { createHash } from 'node:crypto'
import { newId } from '../../database/ids/new-id.ts'
import type { UnitOfWork, WorkRequest } from '../../contracts/unit-of-work.ts'
import { accessOf, callerOf } from '../exchange.ts'
import type { Exchange, HandlerResult } from '../exchange.ts'
import type { Change } from '../../contracts/change.ts'
import type { NewEvent } from '../../contracts/event.ts'
import { outboxUnits } from '../../rates/outbox-units.ts'
import type { BoundOperation } from '../../contracts/operation.ts'
import type { Step } from '../pipeline-step.ts'
import { PatientsUnknown } from '../access-rows.ts'
import { auditResponse } from '../audit-response.ts'
import { gatherFor, readContextFor } from './gather.ts'
import type { ReadContextParts } from './gather.ts'
import { readAbout } from './require-relationship.ts'
import { readPage } from './read-page.ts'
import { withholdIn } from './withhold-sensitive.ts'
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
  { decide, keep: run, replay }: Pick<BoundOperation, 'decide' | 'keep' | 'replay'>,
  parts: KeepOrReadParts,
): Promise<void> => {
  const { unitOfWork, care } = parts
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
      // Refuses what is withheld, before it is stored.
      withholdIn(exchange, result)
      return exchange.rows
    },
    ...(replay && { replay: (result) => replay(result as never) as HandlerResult }),
  }
  let units = 0
  const store = (): Promise<{ result: HandlerResult; replayed: boolean }> =>
    decide
      ? unitOfWork.keep(request, async (isRepeated) => {
          if (isRepeated) await gatherFor(exchange, parts)
          const change = decide(exchange.input as never, exchange.gathered as never, context) as Change<HandlerResult>
          units = outboxUnits(change)
          return change
        })
      : unitOfWork.run(request, async (writeContext) => {
          const events: NewEvent[] = []
          const emit = (event: NewEvent): Promise<void> => {
            events.push(event)
            return writeContext.emit(event)
          }
          const counted = { ...writeContext, emit }
          const result = await run?.(exchange.input as never, exchange.gathered as never, counted)
          units = outboxUnits({ events, answer: undefined })
          return result as HandlerResult
        })
  for (;;) {
    try {
      const { result, replayed } = await store()
      exchange.result = withholdIn(exchange, result)
      exchange.outboxUnits = replayed ? 0 : units
      break
    } catch (error) {
      // The patients may be known only now: store nothing, read about them, and decide again.
      if (!(error instanceof PatientsUnknown)) throw error
      await readAbout(exchange, care, error)
    }
  }
  exchange.isRecorded = exchange.rows !== null
}

/**
 * The act itself. `decide` and `keep`: the fact, its events and its audit rows are stored together, or the response to an earlier request
 * with the same key is replayed. `read`: a response from a reader, recorded by a later step. A stream takes over the response.
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
    if (handler?.decide !== undefined || handler?.keep !== undefined) await keep(exchange, handler, parts)
    else if (handler?.read !== undefined)
      exchange.result = await readPage(exchange, parts, async () => {
        const context = readContextFor(exchange, parts)
        return (await handler.read?.(
          exchange.input as never,
          exchange.gathered as never,
          context,
          ports as never,
        )) as HandlerResult
      })
    return next(exchange)
  },
})
