import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import type { LoadAt } from '../model/practitioner-load.ts'
import { readPractitionerLoads } from '../store/practitioner-loads.ts'

/** The loads of these practitioners at each of these starts, as the database has them. None for a practitioner without limits. */
export const readLoadsAt = async (
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  calendar: OrganizationCalendar,
  practitionerIds: readonly string[],
  starts: readonly number[],
): Promise<readonly LoadAt[]> => {
  const asked = practitionerIds.flatMap((practitionerId) =>
    starts.flatMap((start) => {
      const periods = calendar.bitmap(practitionerId, now)?.limitPeriods(start)
      return periods ? [{ practitionerId, start, ...periods }] : []
    }),
  )
  return asked.length === 0 ? [] : readPractitionerLoads(db, asked, [], now)
}
