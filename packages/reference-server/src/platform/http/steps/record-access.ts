import type { Ledger } from '../../contracts/ledger.ts'
import { auditUnavailable } from '../audit-unavailable.ts'
import type { Step } from '../pipeline-step.ts'
import { resultOf } from './validate-response.ts'

/**
 * Durable before it is sent: the rows of a read are committed, grouped with those of other requests, before the first byte is sent. The
 * body is serialized in the meantime.
 */
export const recordAccess = ({ ledger }: { readonly ledger: Ledger }): Step => ({
  name: 'record-access',
  run: async (exchange, next) => {
    const rows = exchange.rows ?? []
    const recorded = exchange.isRecorded || rows.length === 0 ? null : ledger.append(rows)
    const { body } = resultOf(exchange)
    if (body !== undefined)
      exchange.payload = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
    if (recorded !== null) {
      try {
        await recorded
      } catch (cause) {
        throw auditUnavailable(cause)
      }
    }
    // From now on the id of the origin is enough: a durable row says what it is.
    if (rows.length > 0 && exchange.origin !== null) exchange.origin.isRecorded = true
    return next(exchange)
  },
})
