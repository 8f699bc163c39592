import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clearinghouse } from './clearinghouse.ts'
import type { Fault, Faults, Route } from './faults.ts'
import type { Mailbox } from './mailbox.ts'
import { InvalidEnvelope } from './x12.ts'

export interface RestContext {
  readonly apiKey: string
  readonly clearinghouse: Clearinghouse
  readonly mailbox: Mailbox
  readonly faults: Faults
  /** Files received so far, by the id that the sender gave. */
  readonly received: Map<string, ReceivedFile>
}

export interface ReceivedFile {
  readonly digest: string
  readonly reference: string
  readonly content: string
  /** How often it was received. */
  times: number
}

interface RestResponse {
  readonly status: number
  readonly type?: string
  readonly body?: string
}

const json = (status: number, value: unknown): RestResponse => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})

export const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** The mailbox protocol: upload a file; list, read and delete response files; send a real-time request. */
export const createClearinghouseRest =
  (context: RestContext) =>
  async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const [, , name = '', id = ''] = url.pathname.split('/')
    const body = await readText(request)
    if (request.headers.authorization !== `Bearer ${context.apiKey}`)
      return send(response, json(401, { error: 'unauthorized' }))
    const route = routes.find((each) => each === name)
    if (!route) return send(response, json(404, { error: 'not-found' }))
    const fault = context.faults.take(route)
    if (fault?.kind === 'drop') return void request.socket.destroy()
    if (fault?.kind === 'status') return sendStatus(response, fault)
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    const restResponse = respond(context, route, request, decodeURIComponent(id), body, url)
    if (fault?.kind === 'drop-after') return void request.socket.destroy()
    send(
      response,
      fault?.kind === 'nonsense'
        ? { status: 200, type: 'text/html', body: '<!doctype html><p>Scheduled maintenance</p>' }
        : fault?.kind === 'altered'
          ? { ...restResponse, body: fault.alter(restResponse.body ?? '') }
          : restResponse,
    )
  }

const routes: readonly Route[] = ['interchanges', 'mailbox', 'eligibility']

const respond = (
  context: RestContext,
  route: Route,
  { method, headers }: IncomingMessage,
  id: string,
  body: string,
  url: URL,
): RestResponse => {
  if (route === 'interchanges' && method === 'POST')
    return receiveFile(context, String(headers['idempotency-key'] ?? ''), body)
  if (route === 'eligibility' && method === 'POST') return checkEligibility(context, body)
  if (route !== 'mailbox') return json(405, { error: 'method' })
  if (id === '' && method === 'GET') {
    const files = context.mailbox.list(Math.min(Number(url.searchParams.get('limit') ?? 20), 100))
    return json(200, {
      files: files.map((file) => ({
        id: file.id,
        postedAt: file.postedAt.toISOString(),
        bytes: Buffer.byteLength(file.content),
      })),
    })
  }
  if (method === 'DELETE') return context.mailbox.delete(id) ? { status: 204 } : json(404, { error: 'not-found' })
  const file = context.mailbox.get(id)
  if (method === 'GET' && file) return { status: 200, type: 'application/edi-x12', body: file.content }
  return json(404, { error: 'not-found' })
}

/** The same id with the same content is one file, processed once. The same id with other content is the sender's error. */
const receiveFile = ({ received, clearinghouse }: RestContext, id: string, content: string): RestResponse => {
  if (id === '') return json(400, { error: 'id-missing' })
  if (content.trim() === '') return json(422, { error: 'empty' })
  const digest = createHash('sha256').update(content).digest('hex')
  const before = received.get(id)
  if (before) {
    before.times += 1
    return before.digest === digest ? json(200, { reference: before.reference }) : json(409, { error: 'id-reused' })
  }
  const reference = `REC${String(received.size + 1).padStart(9, '0')}`
  received.set(id, { digest, reference, content, times: 1 })
  clearinghouse.receive(content)
  return json(202, { reference })
}

const checkEligibility = ({ clearinghouse }: RestContext, body: string): RestResponse => {
  try {
    return { status: 200, type: 'application/edi-x12', body: clearinghouse.respondToEligibility(body) }
  } catch (error) {
    if (error instanceof InvalidEnvelope) return json(422, { error: 'unreadable' })
    throw error
  }
}

const send = (response: ServerResponse, { status, type, body }: RestResponse): void => {
  response.writeHead(status, type === undefined ? {} : { 'content-type': type })
  response.end(body)
}

const sendStatus = (response: ServerResponse, fault: Extract<Fault, { kind: 'status' }>): void => {
  response.writeHead(fault.status, {
    'content-type': 'application/json',
    ...(fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) }),
  })
  response.end('{"error":"scripted"}')
}
