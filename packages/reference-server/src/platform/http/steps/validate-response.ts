import { PatientsUnknown } from '../access-rows.ts'
import type { Exchange, HandlerResult } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'
import { auditResponse } from '../audit-response.ts'
import { readAbout } from './require-relationship.ts'
import type { CareParts } from './resolve-care.ts'

export const resultOf = (exchange: Exchange): HandlerResult => {
  if (exchange.result === null) throw new Error('The pipeline is out of order: nothing has been answered.')
  return exchange.result
}

/** Validates the response against the contract. The response of a write was validated before its commit and is not checked again. */
export const validateResponse = ({ care }: CareParts): Step => ({
  name: 'validate-response',
  run: async (exchange, next) => {
    if (exchange.rows === null) {
      const result = resultOf(exchange)
      try {
        exchange.rows = auditResponse(exchange, result)
      } catch (error) {
        if (!(error instanceof PatientsUnknown)) throw error
        await readAbout(exchange, care, error)
        exchange.rows = auditResponse(exchange, result)
      }
    }
    return next(exchange)
  },
})
