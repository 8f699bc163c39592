import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DomainJob } from '../../platform/contracts/domain-job.ts'
import type { Logger } from '../../platform/logging/logger.ts'
import { describeError } from '../../platform/logging/describe-error.ts'
import type { DowntimeParts } from './read-downtime-list.ts'
import { writeDowntimeList } from './write-downtime-list.ts'

/** How old a list may become. */
const renewAfterMinutes = 60

/** `downtime/<organization>.list` in the folder of the settings. */
export const downtimeFileOf = (folder: string, organizationId: string): string => join(folder, `${organizationId}.list`)

/** Minutes since the list was written; null if there is none. */
export const ageOfDowntimeList = async (file: string, now: Date): Promise<number | null> => {
  const found = await stat(file).catch(() => null)
  return found === null ? null : (now.getTime() - found.mtimeMs) / 60_000
}

/**
 * Writes the list of each organization once an hour, so that it exists when the server does not. It looks every five minutes: what failed is
 * tried again soon, and one organization that fails keeps no other from its list.
 */
export const storeDowntimeLists = (
  parts: DowntimeParts,
  { key, folder }: { readonly key: string; readonly folder: string },
  organizationIds: () => Promise<readonly string[]>,
  logger: Logger,
): DomainJob => ({
  name: 'downtime.store-lists',
  everySeconds: 300,
  run: async (now) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const organizationId of await organizationIds()) {
      const out = downtimeFileOf(folder, organizationId)
      const age = await ageOfDowntimeList(out, now)
      // A clock that was set back must not keep an old list.
      if (age !== null && age >= 0 && age < renewAfterMinutes) continue
      try {
        await writeDowntimeList(parts, { organizationId, key, out, now, by: 'downtime.store-lists' })
      } catch (error) {
        logger.warn('a downtime list could not be written', { organizationId, ...describeError(error) })
      }
    }
  },
})
