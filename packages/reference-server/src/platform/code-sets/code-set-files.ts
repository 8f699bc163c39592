import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What an operator can import. */
export type CodeSetKind =
  'medications' | 'diagnoses' | 'service-codes-hcpcs' | 'service-codes-cpt' | 'service-codes-local'

export interface CodeSetFile {
  /** The first day on which it holds. */
  readonly effectiveFrom: string
  readonly path: string
}

/** Where a set lies: one file for each kind and first day, so that an import of the same release replaces itself and no other. */
export const codeSetPath = (folder: string, kind: CodeSetKind, effectiveFrom: string): string =>
  join(folder, `${kind}-${effectiveFrom}.json`)

/** The imported sets of a kind, the earliest first. None when nothing was imported yet. */
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

/** Under a temporary name until it is whole and on the disk: a server that starts in the meantime sees the old set or the new one. */
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
