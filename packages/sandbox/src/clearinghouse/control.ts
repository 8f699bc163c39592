import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Rule } from './adjudicate.ts'
import { readText, type ReceivedFile } from './clearinghouse-rest.ts'
import type { Clearinghouse } from './clearinghouse.ts'
import type { Faults, ScriptedFault } from './faults.ts'
import type { Mailbox } from './mailbox.ts'

export interface ControlContext {
  readonly clearinghouse: Clearinghouse
  readonly mailbox: Mailbox
  readonly faults: Faults
  readonly rules: Rule[]
  readonly received: ReadonlyMap<string, ReceivedFile>
  readonly now: () => Date
}

/**
 * The script, over HTTP, for tests that run in another process:
 * `POST /control/faults {fault, route?, times?}`, `POST /control/rules {match, outcome}`,
 * `POST /control/recoupments {payerId, amountCents, reference, reason?}`, `POST /control/mailbox` (the body is the file),
 * `POST /control/mailbox/repeat` (each waiting file once more), `POST /control/reset` (no faults, no rules), `GET /control/state`.
 */
export const createControl =
  (context: ControlContext) =>
  async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const body = await readText(request)
    const done = (value: unknown = { done: true }): void => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(value))
    }
    switch (`${request.method} ${url.pathname.slice('/control/'.length)}`) {
      case 'POST faults': {
        const { times, ...scripted } = JSON.parse(body) as ScriptedFault & { times?: number }
        context.faults.add(scripted, times)
        return done()
      }
      case 'POST rules':
        context.rules.push(JSON.parse(body) as Rule)
        return done()
      case 'POST recoupments': {
        const wanted = JSON.parse(body) as { payerId: string; amountCents: number; reference: string; reason?: string }
        context.clearinghouse.recoup(wanted.payerId, wanted.amountCents, wanted.reference, wanted.reason)
        return done()
      }
      case 'POST mailbox':
        return done({ id: context.mailbox.post(body, context.now()).id })
      case 'POST mailbox/repeat':
        for (const file of context.mailbox.list(100)) context.mailbox.post(file.content, context.now())
        return done()
      case 'POST reset':
        context.faults.clear()
        context.rules.length = 0
        return done()
      case 'GET state':
        return done({
          waiting: context.mailbox.waiting,
          posted: context.mailbox.posted,
          faults: context.faults.waiting,
          taken: [...context.received].map(([id, { reference, times }]) => ({ id, reference, times })),
        })
      default:
        response.writeHead(404, { 'content-type': 'application/json' })
        response.end('{"error":"not-found"}')
    }
  }
