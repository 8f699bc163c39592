import { compressPayload, mayCompress } from '../compress-payload.ts'
import type { Step } from '../pipeline-step.ts'
import { resultOf } from './validate-response.ts'

/** Sends the first byte. No earlier step does. */
export const writeResponse = (): Step => ({
  name: 'write-response',
  run: async (exchange) => {
    const { context, payload, route } = exchange
    const { status, headers } = resultOf(exchange)
    context.status = status
    if (headers !== undefined) for (const [name, value] of Object.entries(headers)) context.set(name, value)
    if (payload === null) {
      context.body = null
      // Koa turns an empty body into 204; the contract decides the status.
      context.status = status
      return
    }
    context.set('content-type', route.responses.get(status)?.type ?? 'application/json')
    const compressed = await compressPayload(exchange, payload)
    if (mayCompress(exchange)) context.vary('Accept-Encoding')
    if (compressed !== null) {
      context.set('content-encoding', 'gzip')
      context.body = compressed
      return
    }
    context.body =
      payload instanceof Uint8Array && !Buffer.isBuffer(payload)
        ? Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength)
        : payload
  },
})
