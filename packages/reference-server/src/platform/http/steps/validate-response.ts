import { RelationshipUnknown } from '../access-rows.ts'
import type { Exchange, HandlerResult } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'
import { auditResponse } from '../audit-response.ts'
import { relateTo } from './require-relationship.ts'
import type { CareParts } from './resolve-care.ts'

export const resultOf = (exchange: Exchange): HandlerResult => {
  if (exchange.result === null) throw new Error('The pipeline is out of order: nothing has been answered.')
  return exchange.result
}

/** Holds the answer against the contract. A write's answer was vouched for before its commit and is not looked at twice. */
export const validateResponse = ({ care }: CareParts): Step => ({
  name: 'validate-response',
  run: async (exchange, next) => {
    if (exchange.rows === null) {
      const result = resultOf(exchange)
      try {
        exchange.rows = auditResponse(exchange, result)
      } catch (error) {
        if (!(error instanceof RelationshipUnknown)) throw error
        await relateTo(exchange, care, error.patientIds)
        exchange.rows = auditResponse(exchange, result)
      }
    }
    return next(exchange)
  },
})
