import Koa from 'koa'
import type { Context } from 'koa'
import { newId } from '../database/ids/new-id.ts'
import { asRequest } from '../database/pool/current-request.ts'
import { asWork } from '../database/pool/observed-work.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'
import { Exchange } from './exchange.ts'
import { joinSteps } from './pipeline-step.ts'
import type { Step } from './pipeline-step.ts'
import { writeProblem } from './problem-response.ts'
import { notFound, Problem } from '../problems/problem.ts'
import type { Route } from './route.ts'
import { createRouteFinder, splitUrl } from './route-finder.ts'
import { setSecureHeaders } from './steps/secure-headers.ts'
import type { SecureHeadersParts } from './steps/secure-headers.ts'

/** A response outside the contract: health. */
export type PlainRoute = (context: Context) => void | Promise<void>

export interface AppParts extends SecureHeadersParts {
  readonly routes: readonly Route[]
  readonly steps: readonly Step[]
  /** By path; GET only. */
  readonly plain: Readonly<Record<string, PlainRoute>>
  readonly logger: Logger
}

type Target = { readonly route: Route } | { readonly plain: PlainRoute }

const allowedHeaders =
  'authorization, content-type, idempotency-key, last-event-id, traceparent, accept-language, x-purpose-of-use, x-user-activity'
const preflightSeconds = 600

/**
 * The Koa application: a trie finds the operation, the pipeline responds. `HEAD` is a `GET` without body. A path outside the contract is
 * 404; a method that a path does not have is 405; `OPTIONS` lists the methods and responds to preflights.
 */
export const createApp = ({ routes, steps, plain, logger, ...headers }: AppParts): Koa => {
  const finder = createRouteFinder<Target>()
  for (const route of routes) {
    const path = route.declaration.path.replaceAll(/\{([^{}]+)\}/g, ':$1')
    finder.add(route.declaration.method.toUpperCase(), path, { route })
  }
  for (const [path, result] of Object.entries(plain)) finder.add('GET', path, { plain: result })

  const run = joinSteps(steps)

  const elsewhere = (context: Context, path: string): void => {
    const requestId = newId()
    const origin = context.req.headers.origin
    context.res.setHeader('x-request-id', requestId)
    setSecureHeaders(context.res, origin, headers)
    const known = finder.methodsOf(path)
    if (known === null) return writeProblem(context, notFound(), requestId)
    const allow = [...known, ...(known.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    if (context.method !== 'OPTIONS') {
      return writeProblem(
        context,
        new Problem(405, 'method_not_allowed', `Use one of: ${allow}.`, { headers: { allow } }),
        requestId,
      )
    }
    context.set('allow', allow)
    context.status = 204
    if (context.req.headers['access-control-request-method'] === undefined || origin === undefined) return
    if (!headers.isRegisteredOrigin(origin))
      return writeProblem(
        context,
        new Problem(403, 'wrong_origin', 'This origin is not registered. Ask the organization to register the portal.'),
        requestId,
      )
    context.set('access-control-allow-methods', allow)
    context.set('access-control-allow-headers', allowedHeaders)
    context.set('access-control-max-age', String(preflightSeconds))
  }

  const app = new Koa()
  app.silent = true
  // Errors outside the pipeline reach this listener: of a socket, or of Koa itself.
  app.on('error', (error: unknown) => logger.warn('connection_failed', describeError(error)))
  app.use((context) => {
    const { path, search } = splitUrl(context.req.url ?? '/')
    const method = context.req.method === 'HEAD' ? 'GET' : context.req.method
    const found = finder.find(method, path)
    if (found === null) return elsewhere(context, path)
    const { target, pathParameters } = found
    if ('plain' in target) {
      setSecureHeaders(context.res, context.req.headers.origin, headers)
      return target.plain(context)
    }
    return asRequest(() =>
      asWork(target.route.id, () => run(new Exchange(context, target.route, pathParameters, search))),
    )
  })
  return app
}
