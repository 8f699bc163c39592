import { randomUUID } from 'node:crypto'
import { link, open, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds. Who holds a lock needs a few of them: one that does not change for this long was left by a process that was killed. */
const abandonedAfterMs = 10_000
const askAgainAfterMs = 20

/**
 * Runs `run` while no other process on this disk runs one for the same path. The lock is an empty file next to it, so that it can be taken
 * on a full disk; age is measured by the clock of who waits, because the disk may have another one.
 */
export const whileLocked = async <T>(
  path: string,
  run: () => Promise<T>,
  staleAfter = abandonedAfterMs,
): Promise<T> => {
  const lock = `${path}.lock`
  let seen: string | null = null
  let since = performance.now()
  let own: string | null
  while ((own = await take(lock)) === null) {
    const held = await identityOf(lock)
    if (held !== seen) {
      seen = held
      since = performance.now()
    } else if (held !== null && performance.now() - since > staleAfter) await removeAbandoned(lock, held)
    await wait(askAgainAfterMs)
  }
  try {
    return await run()
  } finally {
    // One that took longer than `staleAfter` does not release the lock of the next.
    if ((await identityOf(lock)) === own) await rm(lock, { force: true })
  }
}

/** The identity of the lock that was taken; null if another process holds it. */
const take = async (lock: string): Promise<string | null> => {
  try {
    await (await open(lock, 'wx', 0o640)).close()
    return await identityOf(lock)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
    throw error
  }
}

/** Changes with each holder. Null: it was released. */
const identityOf = async (file: string): Promise<string | null> => {
  const found = await stat(file, { bigint: true }).catch(() => null)
  return found && `${found.ino} ${found.mtimeNs}`
}

/** Of two who wait, one renames it. Should the other have taken it again in between, its lock is put back. */
const removeAbandoned = async (lock: string, abandoned: string): Promise<void> => {
  const removed = `${lock}.${randomUUID()}`
  const isRenamed = await rename(lock, removed).then(
    () => true,
    () => false,
  )
  if (!isRenamed) return
  if ((await identityOf(removed)) !== abandoned) await link(removed, lock).catch(() => undefined)
  await rm(removed, { force: true })
}
