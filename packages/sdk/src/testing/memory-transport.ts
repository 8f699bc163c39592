import type { SendOptions, Transport, Verb } from '../core/transport.ts'
import { VisitError } from '../core/visit-error.ts'
import { routes, type CalledOperationId } from '../generated/routes.ts'
import type { TestCall, TestHandlers } from './test-handlers.ts'
import { TestProblem } from './test-problem.ts'

type AnyHandler = (input: Omit<TestCall, 'operationId'> & { signal: AbortSignal | undefined }) => unknown

const matchers = Object.entries(routes).map(([id, { method, path, file }]) => ({
  id: id as CalledOperationId,
  method,
  file,
  names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`),
}))

/** The transport of tests. Calls reach handlers as JSON, so that caller and "server" share no objects. */
export function createMemoryTransport(handlers: TestHandlers, record: (call: TestCall) => void): Transport {
  const send = async (
    verb: Verb,
    path: string,
    { json, body, query, signal, idempotencyKey }: SendOptions = {},
  ): Promise<unknown> => {
    const method = verb === 'ask' || verb === 'repeat' ? 'post' : verb
    const found = matchers.find((matcher) => matcher.method === method && matcher.pattern.test(path))
    if (!found) throw new VisitError({ status: 404, code: 'not_found' })
    const values = found.pattern.exec(path)?.slice(1).map(decodeURIComponent) ?? []
    const call: TestCall = {
      operationId: found.id,
      path: Object.fromEntries(found.names.map((name, index) => [name, values[index] ?? ''])),
      query: copy(Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== undefined))),
      // A file is immutable and is passed as it is.
      body: body ?? copy(json),
      ...(idempotencyKey && { idempotencyKey }),
    }
    record(call)
    const handler = handlers[found.id] as AnyHandler | undefined
    if (!handler)
      throw new VisitError({ status: 501, code: 'unexpected_response', detail: `There is no handler for ${found.id}.` })
    const answer = await respondOrAbort(signal, async () => handler({ ...call, signal }))
    if (answer instanceof TestProblem) throw answer.toVisitError()
    if (answer instanceof Blob) return answer
    return found.file ? new Blob([String(answer)], { type: found.file }) : copy(answer)
  }
  return send as Transport
}

function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)
}

async function respondOrAbort(signal: AbortSignal | undefined, answer: () => Promise<unknown>): Promise<unknown> {
  signal?.throwIfAborted()
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
  try {
    return await Promise.race([answer(), aborted])
  } catch (error) {
    if (error instanceof TestProblem) return error
    throw error
  }
}
