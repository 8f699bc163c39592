import type { AnyKysely, Database } from '../../../platform/contracts/database.ts'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { organizationsWith } from '../../../platform/system/organizations-with.ts'
import { newReaderFound } from '../events.ts'
import { findReaders, type FirstAccess, type LedgerPosition, type ReaderWatch } from '../model/reader-watch.ts'
import {
  findAllReaders,
  findFollowed,
  findPageAfter,
  listUnknownReaders,
  writePosition,
  type FollowedLedger,
  type LedgerPage,
  type UnknownReader,
} from '../store/followed-ledger.ts'
import { insertReaders, listLearning, writeWatch } from '../store/reader-watches.ts'

export interface FindNewReadersDeps {
  readonly organizationIds: () => Promise<readonly string[]>
  readonly database: Pick<Database, 'reader'>
  readonly keep: KeepForOrganization
}

/** Patients and people in one step. */
const batch = 100

/**
 * Follows the ledger in the order of its chain, for the patients who ask for notices of new readers. Organizations without such a patient
 * are not looked into. Two processes cannot both find the same person: the watch has a version.
 */
export const findNewReaders = ({ organizationIds, database, keep }: FindNewReadersDeps): DomainJob => {
  const stopping = new AbortController()
  return {
    name: 'compliance.find-new-readers',
    everySeconds: 15,
    stop: () => stopping.abort(),
    run: async (now) => {
      const acrossOrganizations = database.reader({ domain: 'compliance', organizationId: '' })
      const watched = await organizationsWith(acrossOrganizations, 'compliance.watched', await organizationIds(), now)
      for (const organizationId of watched) {
        const db = database.reader({ domain: 'compliance', organizationId })
        const followed = await findFollowed(db, organizationId)
        const store = storeFor(keep, organizationId, now)
        if (followed.isLearning || followed.isWatching)
          await follow({ db, now, store, signal: stopping.signal }, organizationId, followed)
      }
    },
  }
}

interface Step {
  readonly writes: (newId: () => string) => readonly Write[]
  readonly events?: readonly NewEvent[]
}

/** False if a condition does not hold: another process was first, or the patient has chosen otherwise. */
type Store = (step: Step) => Promise<boolean>

interface Following {
  readonly db: AnyKysely
  readonly now: Date
  readonly store: Store
  /** Aborted when the server stops: what is left is read after the next start. */
  readonly signal: AbortSignal
}

const storeFor =
  (keep: KeepForOrganization, organizationId: string, now: Date): Store =>
  async ({ writes, events = [] }) => {
    let isStored = false
    await keep(organizationId, now, (isRepeated, { newId }) =>
      isRepeated
        ? { answer: undefined }
        : {
            writes: writes(newId),
            events,
            answer: undefined,
            committed: () => {
              isStored = true
            },
          },
    )
    return isStored
  }

const follow = async (following: Following, organizationId: string, followed: FollowedLedger): Promise<void> => {
  let position: LedgerPosition | null = await begin(following, organizationId, followed)
  if (position !== null && followed.isLearning) position = await learn(following, position)
  while (position !== null && !following.signal.aborted) {
    const page = await findPageAfter(following.db, position.sequence)
    if (page === null) return
    await findInPage(following, page)
    position = await movePosition(following, position, page.sequence)
  }
}

/** Null if another process was first. */
const movePosition = async (
  { store }: Following,
  before: LedgerPosition,
  sequence: number,
  { writes, events = [] }: Step = { writes: () => [] },
): Promise<LedgerPosition | null> => {
  const after = { ...before, sequence, version: before.version + 1 }
  const isStored = await store({ writes: (newId) => [...writes(newId), writePosition(after, before)], events })
  return isStored ? after : null
}

/** What was linked while no one watched is not read: a watch that begins learns it. */
const begin = async (
  following: Following,
  organizationId: string,
  { isWatching, position, head }: FollowedLedger,
): Promise<LedgerPosition | null> => {
  if (position === null) {
    const first = { id: organizationId, sequence: head, version: 1 }
    return (await following.store({ writes: () => [writePosition(first, null)] })) ? first : null
  }
  return isWatching ? position : movePosition(following, position, head)
}

/**
 * Learns who opened these records before. The position was read first and gets another version: an access that this reads too early to see
 * is linked after the position, and no other process has passed it without this watch.
 */
const learn = async (following: Following, from: LedgerPosition): Promise<LedgerPosition | null> => {
  let position: LedgerPosition | null = from
  for (const watch of await listLearning(following.db, batch)) {
    if (position === null || following.signal.aborted) return null
    const found = await findAllReaders(following.db, watch.id)
    position = await movePosition(following, position, position.sequence, remember(watch, found, following.now))
  }
  return position
}

/** Remembers these readers, and requests a notice if one of them is new and no earlier notice covers them. */
const remember = (before: ReaderWatch, found: readonly FirstAccess[], now: Date): Step => {
  const { watch, readers, told } = findReaders(before, found, now)
  return {
    writes: (newId) => [writeWatch(watch, before), insertReaders(watch.id, readers, newId)],
    events: told === null ? [] : [newReaderFound(watch.id, told)],
  }
}

/** Until no one in the page is unknown. What could not be stored is read again. */
const findInPage = async ({ db, now, store }: Following, page: LedgerPage): Promise<void> => {
  let isUnfinished: boolean
  do {
    const unknown = await listUnknownReaders(db, page, batch)
    const steps = byWatch(unknown).map(({ watch, found }) => remember(watch, found, now))
    const stored = await Promise.all(steps.map(store))
    isUnfinished = unknown.length === batch || stored.includes(false)
  } while (isUnfinished)
}

const byWatch = (unknown: readonly UnknownReader[]) =>
  [...Map.groupBy(unknown, ({ watch }) => watch.id).values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : [{ watch: first.watch, found: same.map(({ access }) => access) }]
  })
