import type { AccessRow } from '../contracts/ledger.ts'
import { rowsForResult } from './access-rows.ts'
import type { Exchange, HandlerResult } from './exchange.ts'
import { Problem } from '../problems/problem.ts'

const invalid = (reason: string): Problem =>
  new Problem(500, 'response_invalid', 'The response was not sent because it did not match the contract.', {
    reason,
  })

/** Validates a response against the contract: status, presence of a body, and every property. Fails closed. */
export const requireValidResponse = (exchange: Exchange, result: HandlerResult): void => {
  const shape = exchange.route.responses.get(result.status)
  if (shape === undefined) throw invalid(`status ${result.status} is not declared`)
  if (shape.type === null) {
    if (result.body !== undefined) throw invalid('a body where none is declared')
    return
  }
  if (result.body === undefined) throw invalid('no body where one is declared')
  if (shape.validate === null) {
    if (typeof result.body !== 'string' && !(result.body instanceof Uint8Array))
      throw invalid('a file must be text or bytes')
    return
  }
  if (!shape.validate(result.body)) {
    const [first] = shape.validate.errors ?? []
    // Keyword and schema path come from the contract. An instance path could contain a key that a person typed.
    throw invalid(`${first?.keyword ?? 'unknown'} at ${first?.schemaPath ?? 'unknown'}`)
  }
}

/** The final check before a response is stored or sent: it is valid, within reach, and its audit rows name every patient in it. */
export const auditResponse = (exchange: Exchange, result: HandlerResult): AccessRow[] => {
  requireValidResponse(exchange, result)
  return rowsForResult(exchange, result)
}
