import { RelationshipUnknown } from '../access-rows.ts'
import type { Exchange, HandlerAnswer } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'
import { vouchForAnswer } from '../vouch-for-answer.ts'
import { relateTo } from './require-relationship.ts'
import type { CareParts } from './resolve-care.ts'

export const answerOf = (exchange: Exchange): HandlerAnswer => {
  if (exchange.answer === null) throw new Error('The pipeline is out of order: nothing has been answered.')
  return exchange.answer
}

/** Holds the answer against the contract. A write's answer was vouched for before its commit and is not looked at twice. */
export const validateAnswer = ({ care }: CareParts): Step => ({
  name: 'validate-answer',
  run: async (exchange, next) => {
    if (exchange.rows === null) {
      const answer = answerOf(exchange)
      try {
        exchange.rows = vouchForAnswer(exchange, answer)
      } catch (error) {
        if (!(error instanceof RelationshipUnknown)) throw error
        await relateTo(exchange, care, error.patientIds)
        exchange.rows = vouchForAnswer(exchange, answer)
      }
    }
    return next(exchange)
  },
})
