import type { components } from '@visitkit/contract'
import type { SchedulingProvides } from '../../domains/scheduling/index.ts'
import { newId } from '../../platform/database/ids/new-id.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import { systemAccess } from '../../platform/system/system-access.ts'
import { systemRequestContext } from '../../platform/system/system-request-context.ts'
import type { Platform } from '../../platform/create-platform.ts'

/** What the list is read from and recorded in. */
export interface DowntimeParts {
  readonly platform: Pick<Platform, 'database' | 'vault' | 'ledger'>
  readonly scheduling: Pick<SchedulingProvides, 'downtimeList'>
}

/**
 * Reads the visits of today and tomorrow, and records the export for each patient. The rows are durable before the list is returned: without
 * them there is no list.
 */
export const readDowntimeList = async (
  { platform: { database, vault, ledger }, scheduling }: DowntimeParts,
  organizationId: string,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<components['schemas']['DowntimeList']> => {
  const context: ReadContext = {
    ...systemRequestContext(by, organizationId, now),
    vault,
    db: database.reader({ domain: 'scheduling', organizationId }),
  }
  const list = await scheduling.downtimeList(context)
  const row = {
    operation: 'downtime-list.export',
    action: 'export',
    entity: 'Appointment',
    because: 'operator',
  } as const
  const named = new Set(list.days.flatMap(({ visits }) => visits.map(({ patientId }) => patientId)))
  const about = named.size === 0 ? [null] : [...named]
  await ledger.append(
    about.map((patientId) =>
      systemAccess(context, { ...row, id: newId(), entityId: null, patientId, purpose: 'HOPERAT' }),
    ),
  )
  await ledger.settle()
  return list
}
