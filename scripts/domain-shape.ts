import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files that a domain may have at its root, next to its folders or parts. */
const rootFiles = [
  'README.md',
  'index.ts',
  'ports.ts',
  'provides.ts',
  'events.ts',
  'problems.ts',
  'live-rules.ts',
] as const

/** The folders of a domain, or of a part of one. */
const rooms: ReadonlySet<string> = new Set([
  'model',
  'operations',
  'reactions',
  'workflows',
  'presenters',
  'jobs',
  'store',
  'packs',
  'transmissions',
  'inbound',
  'tests',
])

/** `getClaimOfVisit` -> `get-claim-of-visit.ts` */
const fileOf = (operationId: string): string =>
  `${operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`

const isTest = (name: string): boolean => /\.(test|testing)\.ts$/.test(name)

export interface ShapeInput {
  /** `packages/reference-server/src`. */
  readonly source: string
  readonly operationIds: readonly string[]
  /** Operations that are handled by a stream or by the platform's own code, without a file in a folder `operations`. */
  readonly withoutFile: readonly string[]
}

/**
 * Where a domain's files differ from docs/design.md: no other files at the root, folders or parts but not both, parts made of folders, and
 * in each folder `operations` the operations of the contract, one in each file, named like it. One sentence for each fault.
 */
export const shapeFaults = ({ source, operationIds, withoutFile }: ShapeInput): readonly string[] => {
  const domains = readdirSync(join(source, 'domains')).toSorted()
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  return [
    ...domains.flatMap((domain) => faultsOfDomain(source, domain)),
    ...faultsOfOperations(source, files.filter((path) => /(^|\/)operations\/[^/]+$/.test(path)).toSorted(), {
      known: new Map(operationIds.map((id) => [fileOf(id), id])),
      withoutFile: new Set(withoutFile),
    }),
  ]
}

const faultsOfDomain = (source: string, domain: string): string[] => {
  const place = `domains/${domain}`
  const entries = readdirSync(join(source, place), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const loose = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  const parts = folders.filter((name) => !rooms.has(name))
  const ownRooms = folders.filter((name) => rooms.has(name) && name !== 'tests')
  return [
    ...loose
      .filter((name) => !rootFiles.some((known) => known === name))
      .map((name) => `${place}/${name} lies loose. Move it to a room: ${[...rooms].join(', ')}.`),
    ...(parts.length > 0 ? ownRooms : []).map(
      (name) => `${place}/${name} is a room of a domain in parts. Move its files to the part that they belong to.`,
    ),
    ...parts.flatMap((part) => faultsOfPart(source, `${place}/${part}`)),
  ]
}

const faultsOfPart = (source: string, place: string): string[] => {
  const entries = readdirSync(join(source, place), { withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory() || !rooms.has(entry.name))
    .map(({ name }) => `${place}/${name} is no room. A part of a domain holds rooms only: ${[...rooms].join(', ')}.`)
}

const faultsOfOperations = (
  source: string,
  paths: readonly string[],
  { known, withoutFile }: { readonly known: ReadonlyMap<string, string>; readonly withoutFile: ReadonlySet<string> },
): string[] => {
  const found = new Set<string>()
  const faults: string[] = []
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (isTest(name)) continue
    const id = known.get(name)
    if (id === undefined) {
      faults.push(`${path} is named like no operation of the contract. Move it to workflows/ or presenters/.`)
      continue
    }
    if (found.has(id)) faults.push(`${path} is the second file of ${id}.`)
    found.add(id)
    if (!readFileSync(join(source, path), 'utf8').includes(`('${id}'`)) faults.push(`${path} does not declare ${id}.`)
  }
  return [
    ...faults,
    ...[...known].flatMap(([name, id]) =>
      found.has(id) || withoutFile.has(id) ? [] : [`${id} has no file. Give it operations/${name} in its domain.`],
    ),
  ]
}
