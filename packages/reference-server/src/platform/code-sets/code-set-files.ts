import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The code sets that an operator can import. */
export type CodeSetKind =
  | 'medications'
  | 'drug-ingredients'
  | 'drug-classes'
  | 'drug-interactions'
  | 'drug-labels'
  | 'label-index'
  | 'diagnoses'
  | 'diagnosis-synonyms'
  | 'service-codes-hcpcs'
  | 'service-codes-cpt'
  | 'service-codes-local'
  /** Of one laboratory, by its id. */
  | `laboratory-tests-${string}`

export interface CodeSetFile {
  /** The first day on which it is in force. */
  readonly effectiveFrom: string
  readonly path: string
}

/** The path of a set: one file for each kind and first day, so that importing the same release again replaces only that file. */
export const codeSetPath = (folder: string, kind: CodeSetKind, effectiveFrom: string): string =>
  join(folder, `${kind}-${effectiveFrom}.json`)

/** The imported sets of a kind, earliest first. Empty if nothing was imported. */
export const codeSetFiles = async (folder: string, kind: CodeSetKind): Promise<readonly CodeSetFile[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .flatMap((name) => {
      const effectiveFrom = name.startsWith(`${kind}-`)
        ? /^(\d{4}-\d{2}-\d{2})\.json$/.exec(name.slice(kind.length + 1))?.[1]
        : null
      return effectiveFrom ? [{ effectiveFrom, path: join(folder, name) }] : []
    })
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
}

/** Writes to a temporary name, flushes, then renames: a server that starts in the meantime reads either the old set or the new one. */
export const writeCodeSet = async (path: string, set: unknown): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(`${JSON.stringify(set)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
