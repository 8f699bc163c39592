import { createCalls, type Calls } from './calls.ts'
import { readProblem } from './read-problem.ts'
import type { SendOptions, Transport } from './transport.ts'

/** As many as the server accepts in one request. */
const most = 20

interface Read {
  readonly path: string
  readonly options: SendOptions
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

interface Responses {
  readonly responses: readonly { readonly status: number; readonly body: unknown }[]
}

/**
 * Calls whose reads of one turn of the event loop are sent in one request (`POST /v1/reads`), for reads with a JSON response. Sent alone:
 * writes, reads with headers or a timeout of their own, a read that has no company, and one that the server asks to repeat or
 * to step up for.
 */
export function createTogetherCalls(send: Transport): Calls {
  let waiting: Read[] = []

  const sendAlone = ({ path, options, resolve, reject }: Read) => send('get', path, options).then(resolve, reject)

  const sendTogether = async (reads: readonly Read[]) => {
    const over = new AbortController()
    const unwanted = new AbortController()
    let wanted = reads.length
    for (const { options } of reads)
      options.signal?.addEventListener('abort', () => --wanted || unwanted.abort(), { signal: over.signal })
    try {
      const paths = reads.map(({ path, options }) => `/v1/${path}${searchOf(options.query)}`)
      const { responses } = await send<Responses>('ask', 'reads', { json: { paths }, signal: unwanted.signal })
      reads.forEach((read, index) => {
        const { status = 0, body } = responses[index] ?? {}
        if (status === 200) read.resolve(body)
        else if (status === 429 || status >= 500 || Object(body).code === 'step_up_required') void sendAlone(read)
        else read.reject(readProblem({ status, headers: new Headers() }, body))
      })
    } catch (error) {
      reads.forEach(({ reject }) => reject(error))
    } finally {
      over.abort()
    }
  }

  const flush = () => {
    const reads = waiting.filter(({ options }) => !options.signal?.aborted)
    waiting = []
    while (reads.length > 1) void sendTogether(reads.splice(0, most))
    for (const read of reads) void sendAlone(read)
  }

  const sendRead = (path: string, options: SendOptions) => {
    const { signal } = options
    const over = new AbortController()
    return new Promise<unknown>((resolve, reject) => {
      const abort = () => reject(signal?.reason as Error)
      if (signal?.aborted) return abort()
      signal?.addEventListener('abort', abort, { signal: over.signal })
      if (!waiting.length) setTimeout(flush)
      waiting.push({ path, options, resolve, reject })
    }).finally(() => over.abort())
  }

  return createCalls(((verb, path, options = {}) => {
    const { headers, timeoutMs } = options
    return verb === 'get' && !headers && !timeoutMs ? sendRead(path, options) : send(verb, path, options)
  }) as Transport)
}

/** Lists are joined with commas, and `undefined` is left out, as in a request of its own. */
function searchOf(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search && `?${search}`
}
