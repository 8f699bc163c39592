import { createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto'
import { link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyProvider } from './key-provider.ts'
import { openBytes, sealBytes } from './record-cipher.ts'

const fileName = 'master-keys.json'

interface KeyFile {
  /** Versions count from 1; the last one wraps. Older ones stay until `keys rotate` has rewrapped their keys. */
  readonly keys: readonly { readonly version: number; readonly key: string; readonly createdAt: string }[]
}

/**
 * Master keys in a file that only the server's user may read (mode 0600), apart from the database and its backups. Created on the first
 * start. A person with this file and the database can read everything. If the file is lost, every record is lost.
 */
export const loadFileKeyProvider = async (folder: string): Promise<KeyProvider> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, fileName)
  return providerOf((await read(path)) ?? (await writeFirst(path)), () => read(path))
}

/** Removes a master key permanently. What it wraps can never be opened again, in backups too: only for one that wraps nothing here. */
export const removeMasterKey = async (folder: string, name: string): Promise<void> => {
  const path = join(folder, fileName)
  const { keys } = (await read(path)) ?? { keys: [] }
  const left = keys.filter(({ version }) => nameOf(version) !== name)
  if (left.length === keys.length) throw new Error(`The key file has no master key ${name}.`)
  if (nameOf(keys.at(-1)?.version ?? 0) === name)
    throw new Error(`${name} is the current master key. Add another one first.`)
  await write(`${path}.next`, { keys: left })
  await rename(`${path}.next`, path)
}

const nameOf = (version: number): string => `file:${version}`

export const hasKeyFile = async (folder: string): Promise<boolean> => (await read(join(folder, fileName))) !== null

/** Adds a master key, which wraps from the next start on. `rewrapOrganizationKeys` then rewraps the keys of older ones. */
export const addMasterKey = async (folder: string): Promise<KeyProvider> => {
  const path = join(folder, fileName)
  const { keys } = (await read(path)) ?? { keys: [] }
  const next: KeyFile = { keys: [...keys, newKey((keys.at(-1)?.version ?? 0) + 1)] }
  await write(`${path}.next`, next)
  await rename(`${path}.next`, path)
  return providerOf(next, () => read(path))
}

const newKey = (version: number): KeyFile['keys'][number] => ({
  version,
  key: randomBytes(32).toString('base64'),
  createdAt: new Date().toISOString(),
})

interface MasterKey {
  readonly version: number
  readonly key: KeyObject
}

const keysOf = ({ keys }: KeyFile): ReadonlyMap<string, MasterKey> =>
  new Map(keys.map(({ version, key }) => [nameOf(version), { version, key: createSecretKey(key, 'base64') }]))

/** A key that was added to the file while the process runs is read when it is first needed. */
const providerOf = (file: KeyFile, readAgain: () => Promise<KeyFile | null>): KeyProvider => {
  let byName = keysOf(file)
  const currentMasterKey = nameOf(file.keys.at(-1)?.version ?? 0)
  const keyNamed = async (name: string): Promise<MasterKey> => {
    const known = byName.get(name)
    if (known) return known
    byName = keysOf((await readAgain()) ?? file)
    const added = byName.get(name)
    if (!added)
      throw new Error(
        `The master key ${name} is not in the key file. Restore the file that this database was made with.`,
      )
    return added
  }
  return {
    currentMasterKey,
    wrap: async (key, context) => {
      const { version, key: master } = await keyNamed(currentMasterKey)
      return { masterKey: currentMasterKey, wrapped: sealBytes(master, version, context, key) }
    },
    unwrap: async ({ masterKey, wrapped }, context) => openBytes((await keyNamed(masterKey)).key, context, wrapped),
  }
}

const read = async (path: string): Promise<KeyFile | null> => {
  try {
    const { mode } = await stat(path)
    // Windows has no such bits and reports all of them as set.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new Error(`${path} may be read by others. Make it private (chmod 600) before starting.`)
    }
    const file: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (!isKeyFile(file)) throw new Error(`${path} holds no master keys. Restore it from where it is kept.`)
    return file
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const isKeyFile = (value: unknown): value is KeyFile => {
  const keys = (value as { keys?: unknown } | null)?.keys
  return (
    Array.isArray(keys) && keys.length > 0 && keys.every((key) => Buffer.from(String(key?.key), 'base64').length === 32)
  )
}

/** If several processes start at once on one folder, the first to link its file wins, and the others use it. */
const writeFirst = async (path: string): Promise<KeyFile> => {
  const written = `${path}.${randomUUID()}`
  await write(written, { keys: [newKey(1)] })
  await link(written, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(written)
  const file = await read(path)
  if (!file) throw new Error(`${path} vanished while it was made.`)
  return file
}

/** Flushed before use: a record encrypted under a master key that is then lost in a power failure would be lost. */
const write = async (path: string, content: KeyFile): Promise<void> => {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(content, null, 2))
    await file.sync()
  } finally {
    await file.close()
  }
}
