import { createRequire } from 'node:module'
import type { CompatData, CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data'
import { floor, type FloorBrowser } from './floor.ts'

/** Read with `require`: parsing the whole file as an import assertion is four times as slow. */
const data = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData

const browsers = Object.keys(floor) as FloorBrowser[]

/** `16.4` as 16.004, so that 16.10 comes after 16.4; `≤79` is at the latest 79. */
const asNumber = (version: string): number => {
  const [major = '', minor = '0'] = version.replace('≤', '').split('.')
  return Number(major) + Number(minor) / 1000
}

const isIn = (statement: SimpleSupportStatement, browser: FloorBrowser): boolean => {
  const { version_added: added, version_removed: removed, flags, prefix, alternative_name: other } = statement
  if (typeof added !== 'string' || added === 'preview' || flags || prefix || other) return false
  const lowest = asNumber(floor[browser])
  return asNumber(added) <= lowest && !(typeof removed === 'string' && asNumber(removed) <= lowest)
}

/** The browsers of the floor without it: `safari_ios 17.4`, `firefox never`. */
export const missingIn = ({ support }: CompatStatement): readonly string[] =>
  browsers.flatMap((browser) => {
    const given = support[browser]
    const statements = given === undefined ? [] : Array.isArray(given) ? given : [given]
    if (statements.length === 0 || statements.some((statement) => isIn(statement, browser))) return []
    const [first] = statements
    return [`${browser} ${typeof first?.version_added === 'string' ? first.version_added : 'never'}`]
  })

/** Something that a bundle may use, and the browsers of the floor that lack it. */
export interface Feature {
  /** Its place in browser-compat-data: `javascript.builtins.Promise.withResolvers`. */
  readonly path: string
  readonly missing: readonly string[]
}

/** A use of something that a browser of the floor lacks. */
export interface Use {
  readonly feature: Feature
  /** In characters of the text. */
  readonly at: number
}

export const featureAt = (path: string): Feature | null => {
  let node: Identifier | undefined = data as unknown as Identifier
  for (const name of path.split('.')) node = node?.[name] as Identifier | undefined
  const compat = node?.__compat
  if (!compat) return null
  // No one means a property that only one engine ever had.
  return { path, missing: compat.status?.standard_track === false ? [] : missingIn(compat) }
}

const isMissing = (feature: Feature | null): feature is Feature => (feature?.missing.length ?? 0) > 0

/** The feature at the path if a browser of the floor lacks it. */
export const missingAt = (path: string): Feature | null => {
  const feature = featureAt(path)
  return isMissing(feature) ? feature : null
}

const childrenOf = (path: string): readonly string[] => {
  let node = data as unknown as Identifier
  for (const name of path.split('.')) node = node[name] as Identifier
  return Object.keys(node).filter((name) => name !== '__compat')
}

/** Names that no browser of the floor has under any of the paths: with a type or without one, they cannot be meant. */
const missingNames = (found: Iterable<readonly [name: string, path: string]>): ReadonlyMap<string, Feature> => {
  const names = new Map<string, Feature | null>()
  for (const [name, path] of found) {
    const feature = featureAt(path)
    if (feature === null || names.get(name) === null) continue
    names.set(name, isMissing(feature) ? (names.get(name) ?? feature) : null)
  }
  return new Map([...names].filter((entry): entry is [string, Feature] => entry[1] !== null))
}

/** Those that every browser of the floor has. An instance of another is reached only through something that is itself missing. */
const interfaces = [
  ...childrenOf('api').map((name) => `api.${name}`),
  ...childrenOf('javascript.builtins').map((name) => `javascript.builtins.${name}`),
].filter((path) => featureAt(path)?.missing.length === 0)

/** In browser-compat-data the static members of built-in objects are named like those of instances. */
const isStatic = (path: string, name: string): boolean =>
  name.endsWith('_static') ||
  Reflect.has(Object((globalThis as Record<string, unknown>)[path.split('.').at(-1) ?? '']), name)

/** Members of instances: `checkVisibility`, `isDisjointFrom`. */
export const missingMembers = missingNames(
  interfaces.flatMap((path) =>
    childrenOf(path).flatMap((name) =>
      name.endsWith('_event') || isStatic(path, name) ? [] : [[name, `${path}.${name}`] as const],
    ),
  ),
)

/** Events: `scrollend`. */
export const missingEvents = missingNames(
  interfaces.flatMap((path) =>
    childrenOf(path).flatMap((name) =>
      name.endsWith('_event') ? [[name.slice(0, -'_event'.length), `${path}.${name}`] as const] : [],
    ),
  ),
)

/** Attributes: `popover`. */
export const missingAttributes = missingNames(
  ['html.global_attributes', ...childrenOf('html.elements').map((name) => `html.elements.${name}`)].flatMap((path) =>
    childrenOf(path).map((name) => [name, `${path}.${name}`] as const),
  ),
)

const below = (path: string): readonly (readonly [string, string])[] =>
  childrenOf(path).flatMap((name) => [[name, `${path}.${name}`] as const, ...below(`${path}.${name}`)])

/** Functions in values: `light-dark`. */
export const missingFunctions = missingNames(below('css.types'))
