import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SimulatedLaboratory } from './simulated-laboratory.ts'

/**
 * The laboratory's control API over HTTP, for tests and demonstrations in other processes:
 *
 *     GET  /orders              the orders that it received
 *     GET  /messages            every message that it received, as text
 *     POST /script              [{ "do": "refuse", "text": "..." }, ...]: how it handles the next messages
 *     POST /reports             a report; returns the hospital's response
 *     POST /bytes               sends the body unchanged; returns the response
 */
export const serveControl = async (
  laboratory: Omit<SimulatedLaboratory, 'controlUrl' | 'stop'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  }
  const path = new URL(request.url ?? '/', 'http://sandbox').pathname
  try {
    const asked = `${request.method} ${path}`
    if (asked === 'GET /orders') return answer(200, laboratory.orders)
    if (asked === 'GET /messages') return answer(200, laboratory.messages)
    if (!['POST /script', 'POST /reports', 'POST /bytes'].includes(asked))
      return answer(404, { error: 'GET /orders, /messages; POST /script, /reports, /bytes.' })
    const body = await bytesOf(request)
    if (path === '/bytes') return answer(200, { answer: (await laboratory.sendBytes(body))?.toString('utf8') ?? null })
    const given = JSON.parse(body.toString('utf8')) as never
    if (path === '/reports') return answer(200, { answer: await laboratory.report(given) })
    laboratory.script(...(given as Parameters<SimulatedLaboratory['script']>))
    return answer(200, {})
  } catch (error) {
    answer(400, { error: error instanceof Error ? error.message : 'not understood' })
  }
}

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
