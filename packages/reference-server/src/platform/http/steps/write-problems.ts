import { describeError } from '../../logging/describe-error.ts'
import type { Logger } from '../../logging/logger.ts'
import type { Ledger } from '../../contracts/ledger.ts'
import { isRecordedRefusal, rowForRefusal } from '../access-rows.ts'
import { auditUnavailable } from '../audit-unavailable.ts'
import type { Exchange } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'
import { asProblem, writeProblem } from '../problem-response.ts'
import type { Problem, ProblemCode } from '../../problems/problem.ts'
import { isDeclared } from '../is-declared.ts'
import { ClientDisconnected } from '../../problems/client-disconnected.ts'

export interface WriteProblemsParts {
  readonly ledger: Ledger
  readonly logger: Logger
  /** Called if an operation refuses with a code that the contract does not declare for it. */
  readonly onUndeclared: (operation: string, code: ProblemCode) => void
}

/**
 * Turns an error of a later step into a response. A refusal of an identified caller is audited: its row is durable before the response is
 * sent. If it cannot be stored, the response is 503 without details.
 */
export const writeProblems = ({ ledger, logger, onUndeclared }: WriteProblemsParts): Step => {
  const recorded = async (exchange: Exchange, problem: Problem): Promise<Problem> => {
    if (!exchange.caller?.organizationId || !isRecordedRefusal(problem)) return problem
    try {
      await ledger.append([rowForRefusal(exchange, problem.code)])
      return problem
    } catch (cause) {
      return auditUnavailable(cause)
    }
  }
  return {
    name: 'write-problems',
    run: async (exchange, next) => {
      try {
        await next(exchange)
      } catch (error) {
        if (error instanceof ClientDisconnected) {
          exchange.context.respond = false
          exchange.response.destroy()
          return
        }
        const problem = await recorded(exchange, asProblem(error))
        const { id, declaration } = exchange.route
        if (!isDeclared(declaration, problem.code)) onUndeclared(id, problem.code)
        // A refused overload is no fault, and a line for each would make it worse.
        if (problem.status >= 500 && problem.code !== 'overloaded')
          logger.error('request_failed', {
            requestId: exchange.requestId,
            operation: id,
            ...describeError(problem),
          })
        if (exchange.response.headersSent) {
          exchange.response.destroy()
          return
        }
        const asOAuth = exchange.route.request.body?.type === 'application/x-www-form-urlencoded'
        writeProblem(exchange.context, problem, exchange.requestId, { asOAuth, input: exchange.input })
      }
    },
  }
}
