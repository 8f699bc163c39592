import type { Exchange } from './exchange.ts'

/** As long as a text of the ledger may be. */
const longest = 256

/**
 * A search as the ledger has it: `GET /v1/appointments?from=2026-12-01T00%3A00%3A00Z&cursor`. Values are those of closed vocabularies, ids,
 * numbers and times. Of free text, such as a name that is looked for, and of cursors there is the name of the parameter alone; so it is of
 * each property of a body, which is where a search by a person's data is sent.
 */
export const recordedQuery = (exchange: Exchange): string => {
  const { route, pathParameters, input, search } = exchange
  const { method, path } = route.declaration
  const at = path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(pathParameters[name] ?? ''))
  const shapes = route.request.query?.parameters
  const parts: string[] = []
  if (search !== '' && shapes !== undefined)
    for (const [name, value] of new URLSearchParams(search)) {
      const shape = shapes.get(name)
      if (shape !== undefined) parts.push(shape.isFree ? name : `${name}=${encodeURIComponent(value)}`)
    }
  const { body } = input ?? {}
  if (typeof body === 'object' && body !== null && !(body instanceof Uint8Array)) parts.push(...Object.keys(body))
  return `${method.toUpperCase()} ${at}${parts.length === 0 ? '' : `?${parts.join('&')}`}`.slice(0, longest)
}
