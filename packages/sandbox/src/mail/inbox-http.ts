import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Mail } from './mail.ts'
import { readFault, type MailFault } from './mail-faults.ts'

const readJson = async (request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> => {
  const chunks = (await request.toArray()) as Buffer[]
  const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
}

/** The inbox and the scripted faults. JSON in, JSON out: `GET /messages?to=`, `DELETE /messages`, `POST /control/faults`. */
export const createInboxHttp = (inbox: Mail[], faults: MailFault[]): Server =>
  createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' })
      response.end(JSON.stringify(body))
    }
    const route = async (): Promise<void> => {
      const url = new URL(request.url ?? '/', 'http://inbox')
      if (request.method === 'GET' && url.pathname === '/messages') {
        const to = url.searchParams.get('to')
        return answer(200, { items: inbox.filter((mail) => to === null || mail.to === to).toReversed() })
      }
      if (request.method === 'DELETE' && url.pathname === '/messages') {
        inbox.length = 0
        return answer(200, { done: true })
      }
      if (request.method === 'POST' && url.pathname === '/control/faults') {
        const body = await readJson(request)
        const fault = readFault(body)
        if (fault === null) return answer(400, { error: 'not understood' })
        for (let time = 0; time < Number(body['times'] ?? 1); time += 1) faults.push(fault)
        return answer(200, { done: true })
      }
      answer(404, { error: 'nothing here' })
    }
    route().catch(() => answer(400, { error: 'not understood' }))
  })
