import type { Exchange, HandlerAnswer } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'
import { vouchForAnswer } from '../vouch-for-answer.ts'

export const answerOf = (exchange: Exchange): HandlerAnswer => {
  if (exchange.answer === null) throw new Error('The pipeline is out of order: nothing has been answered.')
  return exchange.answer
}

/** Holds the answer against the contract. A write's answer was vouched for before its commit and is not looked at twice. */
export const validateAnswer = (): Step => ({
  name: 'validate-answer',
  run: (exchange, next) => {
    exchange.rows ??= vouchForAnswer(exchange, answerOf(exchange))
    return next(exchange)
  },
})
