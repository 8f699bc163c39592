import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { matchesFilter, type Practitioner, type PractitionerFilter } from '../model/practitioner.ts'
import type { PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { listActivePractitioners } from './practitioners.ts'

const batch = 500

/**
 * Active practitioners who match the filter at `now`, ordered by id. The model decides, not SQL: the rule for valid licenses exists once,
 * and an organization has hundreds of practitioners, not millions. Without a page: all of them.
 */
export const findPractitioners = async (
  db: AnyKysely,
  filter: PractitionerFilter,
  now: Date,
  { after, take }: PageCursor = { after: null, take: Number.POSITIVE_INFINITY },
): Promise<Practitioner[]> => {
  const found: Practitioner[] = []
  let last = after
  while (found.length < take) {
    const some = await listActivePractitioners(db, { after: last, take: batch })
    found.push(...some.filter((practitioner) => matchesFilter(practitioner, filter, now)))
    if (some.length < batch) break
    last = some.at(-1)?.id ?? null
  }
  return found.slice(0, take)
}
