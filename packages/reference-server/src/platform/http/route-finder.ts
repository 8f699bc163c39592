import FindMyWay from 'find-my-way'
import type { HTTPMethod } from 'find-my-way'

export interface FoundTarget<Target> {
  readonly target: Target
  /** Decoded. */
  readonly pathParameters: Record<string, string | undefined>
}

export interface RouteFinder<Target> {
  add(method: string, path: string, target: Target): void
  find(method: string | undefined, path: string): FoundTarget<Target> | null
  /** The methods that a path has; null if no operation has this path. */
  methodsOf(path: string): ReadonlySet<string> | null
}

const createTrie = (): FindMyWay.Instance<FindMyWay.HTTPVersion.V1> =>
  FindMyWay<FindMyWay.HTTPVersion.V1>({ caseSensitive: true, ignoreTrailingSlash: false, maxParamLength: 200 })

/** Splits the URL as sent into path and query; find-my-way decodes the path. */
export const splitUrl = (url: string): { path: string; search: string } => {
  const at = url.indexOf('?')
  return at === -1 ? { path: url, search: '' } : { path: url.slice(0, at), search: url.slice(at + 1) }
}

/** A trie of paths such as `/v1/visits/:visitId`. */
export const createRouteFinder = <Target>(): RouteFinder<Target> => {
  const trie = createTrie()
  // A separate trie finds the methods of a path. It is used only after a failed lookup.
  const paths = createTrie()
  const methodsByPath = new Map<string, Set<string>>()
  return {
    add: (method, path, target) => {
      trie.on(method as HTTPMethod, path, () => undefined, target)
      const known = methodsByPath.get(path)
      if (known !== undefined) return void known.add(method)
      const methods = new Set([method])
      methodsByPath.set(path, methods)
      paths.on('GET', path, () => undefined, methods)
    },
    find: (method, path) => {
      const found = trie.find(method as HTTPMethod, path)
      return found == null ? null : { target: found.store as Target, pathParameters: found.params }
    },
    methodsOf: (path) => (paths.find('GET', path)?.store as ReadonlySet<string> | undefined) ?? null,
  }
}
