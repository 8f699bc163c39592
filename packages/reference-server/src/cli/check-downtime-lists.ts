import type { Config } from '../config.ts'
import { ageOfDowntimeList, downtimeFileOf } from '../composition/downtime/store-downtime-lists.ts'
import { loadBackupPublicKey } from '../platform/backup/backup-key.ts'
import type { PlatformDatabase } from '../platform/database/open/open-database.ts'
import { createClientRegistry } from '../platform/identity/client-registry.ts'
import { fault, ok, warning, type Finding } from './finding.ts'

/** A list that is missed on the day on which it is needed is missed too late. */
export const checkDowntimeLists = async (config: Config, database: PlatformDatabase): Promise<readonly Finding[]> => {
  if (config.downtime === null)
    return config.mode === 'development'
      ? []
      : [
          warning(
            'downtime list',
            'No list of the visits of today and tomorrow is stored for the front desk. Set VISITKIT_DOWNTIME_KEY and VISITKIT_DOWNTIME_FOLDER.',
          ),
        ]
  const { key, folder } = config.downtime
  const known = await loadBackupPublicKey(key).then(
    () => true,
    () => false,
  )
  if (!known) return [fault('downtime list', `${key} holds no public key of a front desk: no list is stored.`)]
  const findings: Finding[] = []
  for (const organizationId of await createClientRegistry(database).organizationIds()) {
    const age = await ageOfDowntimeList(downtimeFileOf(folder, organizationId), new Date())
    findings.push(
      age !== null && age < oldestListMinutes
        ? ok('downtime list', `The list of organization ${organizationId} was stored ${Math.round(age)} minutes ago.`)
        : fault(
            'downtime list',
            `${age === null ? 'No list' : `The list is ${Math.round(age / 60)} hours old, and no newer one`} of organization ${organizationId} is in ${folder}. Check that the server runs, may write there, and what its log says.`,
          ),
    )
  }
  return findings
}

/** Two runs of the job that failed. */
const oldestListMinutes = 150
