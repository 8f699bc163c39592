import { randomBytes } from 'node:crypto'
import { newId } from '../../database/ids/new-id.ts'
import type { Logger } from '../../logging/logger.ts'
import type { Step } from '../pipeline-step.ts'

export interface TraceParts {
  readonly clock: () => Date
  readonly logger: Logger
  /** `failures`: only responses with 5xx. The ledger, not the log, records who did what. */
  readonly logRequests: 'all' | 'failures'
}

/** W3C Trace Context, version 00: `00-<trace id>-<parent id>-<flags>`. All zeros are invalid. */
const traceparent = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

/** Assigns the request id, for the caller (`x-request-id`), the audit rows and the log; continues the caller's trace or begins one. */
export const trace = ({ clock, logger, logRequests }: TraceParts): Step => ({
  name: 'trace',
  run: async (exchange, next) => {
    exchange.startedAt = performance.now()
    exchange.clock = clock
    exchange.now = clock()
    exchange.requestId = newId()
    const received = exchange.request.headers['traceparent']
    exchange.traceId = (typeof received === 'string' && traceparent.exec(received)?.[1]) || ''
    exchange.response.setHeader('x-request-id', exchange.requestId)
    await next(exchange)
    const status = exchange.response.statusCode
    if (status >= 500 || logRequests === 'all') {
      logger[status >= 500 ? 'warn' : 'info']('request', {
        requestId: exchange.requestId,
        traceId: exchange.traceId || randomBytes(16).toString('hex'),
        operation: exchange.route.id,
        status,
        milliseconds: Math.round(performance.now() - exchange.startedAt),
        ...(exchange.caller?.organizationId ? { organizationId: exchange.caller.organizationId } : {}),
      })
    }
  },
})
