import { asWork } from '../../database/pool/observed-work.ts'
import { ClientDisconnected } from '../../problems/client-disconnected.ts'
import type { FaultyProperty } from '../../problems/problem.ts'
import { Exchange } from '../exchange.ts'
import { faultyRequest } from '../faulty-request.ts'
import { joinSteps, type Step } from '../pipeline-step.ts'
import { problemText } from '../problem-response.ts'
import type { Refusals } from '../refusals.ts'
import type { Route } from '../route.ts'
import { createRouteFinder, splitUrl, type FoundTarget } from '../route-finder.ts'
import { resultOf } from './validate-response.ts'

export interface ReadTogetherParts {
  readonly routes: readonly Route[]
  readonly refusals: Refusals
}

/** The operation that this step answers. It has no handler. */
export const readTogetherId = 'readTogether'

/** JSON for a person or program with a session, at a cost that needs no worker thread. */
const isReadable = ({ declaration, anonymous, stream, responses }: Route): boolean =>
  declaration.method === 'get' &&
  declaration.cost !== 'heavy' &&
  !anonymous &&
  stream === null &&
  responses.get(200)?.validate != null

const pathsIn = ({ input }: Exchange): readonly string[] => {
  if (input === null) throw new Error('The pipeline is out of order: the request is not validated.')
  return (input.body as { readonly paths: readonly string[] }).paths
}

/** A read within a request: the same person, session and moment, and its own permission, reach and audit rows. */
const within = (outer: Exchange, { target, pathParameters }: FoundTarget<Route>, search: string): Exchange => {
  const inner = new Exchange(outer.context, target, pathParameters, search, outer)
  inner.address = outer.address
  inner.requestId = outer.requestId
  inner.traceId = outer.traceId
  inner.startedAt = outer.startedAt
  inner.now = outer.now
  inner.clock = outer.clock
  inner.caller = outer.caller
  inner.session = outer.session
  inner.tokenId = outer.tokenId
  inner.origin = outer.origin
  return inner
}

/**
 * Several reads in one request, each through the steps that decide about a read, side by side: what they read from the database at once
 * goes in few round trips. A refused one is answered with its problem and stops no other. Together they are one list that takes its turn.
 */
export const readTogether = ({ routes, refusals }: ReadTogetherParts, stepsOfRead: readonly Step[]): Step => {
  const run = joinSteps(stepsOfRead)
  const finder = createRouteFinder<Route>()
  for (const route of routes)
    if (isReadable(route)) finder.add('GET', route.declaration.path.replaceAll(/\{([^{}]+)\}/g, ':$1'), route)

  const read = async (exchange: Exchange): Promise<string> => {
    try {
      await asWork(exchange.route.id, () => run(exchange))
      return `{"status":${resultOf(exchange).status},"body":${exchange.payload as string}}`
    } catch (error) {
      if (error instanceof ClientDisconnected) throw error
      const problem = await refusals.refuse(exchange, error)
      return `{"status":${problem.status},"body":${problemText(problem, exchange)}}`
    }
  }

  return {
    name: 'read-together',
    run: async (exchange, next) => {
      if (exchange.route.id !== readTogetherId) return next(exchange)
      const reads: Exchange[] = []
      const faults: FaultyProperty[] = []
      for (const [index, url] of pathsIn(exchange).entries()) {
        const { path, search } = splitUrl(url)
        const found = finder.find('GET', path)
        if (found !== null) reads.push(within(exchange, found, search))
        else
          faults.push({
            pointer: `/paths/${index}`,
            code: 'not_readable',
            message: 'Must be the path of a GET with a JSON response that is no document and no stream.',
          })
      }
      if (faults.length > 0) throw faultyRequest(faults)
      const responses = await Promise.all(reads.map(read))
      exchange.result = { status: 200 }
      // Each read has been validated and recorded, and its length has been paid for: text would be counted once more.
      exchange.rows = []
      exchange.payload = Buffer.from(`{"responses":[${responses.join(',')}]}`)
      return next(exchange)
    },
  }
}
