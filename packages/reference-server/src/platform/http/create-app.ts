import FindMyWay from 'find-my-way'
import type { HTTPMethod } from 'find-my-way'
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
  'authorization, content-type, idempotency-key, last-event-id, traceparent, accept-language, x-purpose-of-use'
const preflightSeconds = 600

/** Splits the URL as sent into path and query; find-my-way decodes the path. */
const splitUrl = (url: string): { path: string; search: string } => {
  const at = url.indexOf('?')
  return at === -1 ? { path: url, search: '' } : { path: url.slice(0, at), search: url.slice(at + 1) }
}

/**
 * The Koa application: a trie finds the operation, the pipeline responds. `HEAD` is a `GET` without body. A path outside the contract is
 * 404; a method that a path does not have is 405; `OPTIONS` lists the methods and responds to preflights.
 */
export const createApp = ({ routes, steps, plain, logger, ...headers }: AppParts): Koa => {
  const router = FindMyWay<FindMyWay.HTTPVersion.V1>({
    caseSensitive: true,
    ignoreTrailingSlash: false,
    maxParamLength: 200,
  })
  const methodsOf = new Map<string, Set<string>>()
  const add = (method: HTTPMethod, path: string, target: Target): void => {
    router.on(method, path, () => undefined, target)
    const methods = methodsOf.get(path) ?? new Set<string>()
    if (methods.size === 0) methodsOf.set(path, methods)
    methods.add(method)
  }
  for (const route of routes) {
    const path = route.declaration.path.replaceAll(/\{([^{}]+)\}/g, ':$1')
    add(route.declaration.method.toUpperCase() as HTTPMethod, path, { route })
  }
  for (const [path, result] of Object.entries(plain)) add('GET', path, { plain: result })
  // A separate trie finds the methods of a path. It is used only after a failed lookup.
  const paths = FindMyWay<FindMyWay.HTTPVersion.V1>({
    caseSensitive: true,
    ignoreTrailingSlash: false,
    maxParamLength: 200,
  })
  for (const [path, methods] of methodsOf) paths.on('GET', path, () => undefined, methods)

  const run = joinSteps(steps)

  const elsewhere = (context: Context, path: string): void => {
    const requestId = newId()
    const origin = context.req.headers.origin
    context.res.setHeader('x-request-id', requestId)
    setSecureHeaders(context.res, origin, headers)
    const known = paths.find('GET', path)?.store as ReadonlySet<string> | undefined
    if (known === undefined) return writeProblem(context, notFound(), requestId)
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
    const found = router.find(method as HTTPMethod, path)
    const target = found?.store as Target | undefined
    if (found == null || target === undefined) return elsewhere(context, path)
    if ('plain' in target) {
      setSecureHeaders(context.res, context.req.headers.origin, headers)
      return target.plain(context)
    }
    return asRequest(() =>
      asWork(target.route.id, () => run(new Exchange(context, target.route, found.params, search))),
    )
  })
  return app
}
