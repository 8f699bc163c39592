import { ClientDisconnected } from '../../problems/client-disconnected.ts'
import type { Step } from '../pipeline-step.ts'
import { writeProblem } from '../problem-response.ts'
import type { Refusals } from '../refusals.ts'

/** Turns an error of a later step into a response. */
export const writeProblems = ({ refusals }: { readonly refusals: Refusals }): Step => ({
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
      const problem = await refusals.refuse(exchange, error)
      if (exchange.response.headersSent) {
        exchange.response.destroy()
        return
      }
      const asOAuth = exchange.route.request.body?.type === 'application/x-www-form-urlencoded'
      writeProblem(exchange.context, problem, exchange.requestId, { asOAuth, input: exchange.input })
    }
  },
})
