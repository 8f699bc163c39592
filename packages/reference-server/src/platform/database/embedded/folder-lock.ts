import { link, mkdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

interface Holder {
  readonly pid: number
  /** Distinguishes a process from a later one with the same id: its start time, if the system reports it. */
  readonly started: string | null
}

const heldHere = new Set<string>()

/** Linux: boot id and start tick. Elsewhere null, and a reused process id counts as the holder. */
const startOf = (pid: number): string | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command name is in parentheses and may contain spaces.
    const started = fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19]
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${started}`
  } catch {
    return null
  }
}

const isAlive = (holder: Holder): boolean => {
  // Our own id in a file that we do not hold: a container was restarted, and its process got the same id.
  if (holder.pid === process.pid) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = startOf(holder.pid)
  return started === null || holder.started === null || started === holder.started
}

const readHolder = async (path: string): Promise<Holder | null> => {
  try {
    const holder: unknown = JSON.parse(await readFile(path, 'utf8'))
    const { pid, started } = holder as Partial<Holder>
    return typeof pid === 'number' ? { pid, started: typeof started === 'string' ? started : null } : null
  } catch {
    // Removed in the meantime, or owned by another user and unreadable.
    return null
  }
}

/** Creates the file atomically: a reader must never see a lock without its holder. */
const create = async (path: string, content: string): Promise<boolean> => {
  const written = `${path}.${process.pid}`
  await writeFile(written, content, { mode: 0o600 })
  try {
    await link(written, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await unlink(written).catch(() => undefined)
  }
}

/** Time after which the marker of a crashed process that was replacing a lock is ignored. Milliseconds. */
const takeoverTimeoutMs = 5_000

/**
 * Ensures that only this process opens `folder`. PGlite has no lock of its own: two processes on one folder lose each other's commits.
 * The lock is the file `<folder>.lock` next to the folder. After `kill -9` it does not prevent the next start.
 */
export const lockFolder = async (folder: string): Promise<{ release: () => Promise<void> }> => {
  const path = `${resolve(folder)}.lock`
  const content = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder)
  await mkdir(dirname(path), { recursive: true })
  if (heldHere.has(path))
    throw new Error(`${folder} is open in this process already (pid ${process.pid}). Close it first.`)
  heldHere.add(path)
  try {
    while (!(await create(path, content))) {
      const holder = await readHolder(path)
      if (holder && isAlive(holder)) {
        throw new Error(
          `${folder} is in use by process ${holder.pid}. Stop that process first; one folder serves one process. ` +
            'For several processes use PostgreSQL (postgres://...).',
        )
      }
      if (await takeOver(path, content)) break
    }
  } catch (error) {
    heldHere.delete(path)
    throw error
  }
  return {
    release: async () => {
      if (heldHere.delete(path)) await unlink(path).catch(() => undefined)
    },
  }
}

/** Replaces the file of a dead holder. Only one process may try at a time; otherwise two could replace each other's file. */
const takeOver = async (path: string, content: string): Promise<boolean> => {
  const mark = `${path}.breaking`
  if (!(await create(mark, content))) {
    const age = await stat(mark).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > takeoverTimeoutMs) await unlink(mark).catch(() => undefined)
    await wait(50)
    return false
  }
  try {
    const holder = await readHolder(path)
    if (holder && isAlive(holder)) return false
    const next = `${path}.${process.pid}.next`
    await writeFile(next, content, { mode: 0o600 })
    await rename(next, path)
    return true
  } finally {
    await unlink(mark).catch(() => undefined)
  }
}
