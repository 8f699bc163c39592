import type { Step } from '../pipeline-step.ts'
import { answerOf } from './validate-answer.ts'

/** The first byte leaves here and nowhere earlier. */
export const writeAnswer = (): Step => ({
  name: 'write-answer',
  run: async (exchange) => {
    const { context, payload, route } = exchange
    const { status, headers } = answerOf(exchange)
    context.status = status
    if (headers !== undefined) for (const [name, value] of Object.entries(headers)) context.set(name, value)
    if (payload === null) {
      context.body = null
      // Koa turns an empty body into 204; the contract decides the status.
      context.status = status
      return
    }
    context.set('content-type', route.answers.get(status)?.type ?? 'application/json')
    context.body =
      payload instanceof Uint8Array && !Buffer.isBuffer(payload)
        ? Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength)
        : payload
  },
})
