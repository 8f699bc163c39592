import type { Ledger } from '../contracts/ledger.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'
import type { Problem, ProblemCode } from '../problems/problem.ts'
import { isRecordedRefusal, rowForRefusal } from './access-rows.ts'
import { auditUnavailable } from './audit-unavailable.ts'
import type { Exchange } from './exchange.ts'
import { isDeclared } from './is-declared.ts'
import { asProblem } from './problem-response.ts'

export interface RefusalParts {
  readonly ledger: Ledger
  readonly logger: Logger
  /** Called if an operation refuses with a code that the contract does not declare for it. */
  readonly onUndeclared: (operation: string, code: ProblemCode) => void
}

export interface Refusals {
  /**
   * The problem to respond with. A refusal of an identified caller is audited: its row is durable before it is returned. If it cannot be
   * stored, the problem is 503 without details.
   */
  refuse(exchange: Exchange, error: unknown): Promise<Problem>
}

export const createRefusals = ({ ledger, logger, onUndeclared }: RefusalParts): Refusals => {
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
    refuse: async (exchange, error) => {
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
      return problem
    },
  }
}
