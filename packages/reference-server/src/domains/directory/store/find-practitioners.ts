import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { matchesFilter, type Practitioner, type PractitionerFilter } from '../model/practitioner.ts'
import type { PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { listActivePractitioners } from './practitioners.ts'

const batch = 500
const inMemory = factsInMemory('directory.active-practitioners', { 'directory.practitioner-changed': () => null })

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
  const all = await inMemory(db, 'all', () => listAllActive(db))
  const next = after === null ? 0 : all.findIndex(({ id }) => id > after)
  if (next < 0) return []
  return all
    .slice(next)
    .filter((practitioner) => matchesFilter(practitioner, filter, now))
    .slice(0, take)
}

const listAllActive = async (db: AnyKysely): Promise<readonly Practitioner[]> => {
  const all: Practitioner[] = []
  for (let after: string | null = null; ; after = all.at(-1)?.id ?? null) {
    const some = await listActivePractitioners(db, { after, take: batch })
    all.push(...some)
    if (some.length < batch) return all
  }
}
