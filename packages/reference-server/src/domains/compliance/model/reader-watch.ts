/** A patient's wish for a notice when a member opens the record for the first time. */
export interface ReaderWatch {
  /** The patient's. */
  readonly id: string
  /** `learning`: who opened the record before is not known yet. */
  readonly status: 'off' | 'learning' | 'watching'
  /** Accesses before this time make their reader known, and need no notice. */
  readonly since: Date
  /** Of the preferences that were heard last: an older event changes nothing. */
  readonly preferencesVersion: number
  /** When the first of the readers of the last notice was found. */
  readonly toldFrom: Date | null
  readonly version: number
}

/** The first access that was found of a person to a patient's record. */
export interface FirstAccess {
  readonly patientId: string
  readonly actorId: string
  readonly accessId: string
  readonly at: Date
}

export interface KnownReader extends Omit<FirstAccess, 'at'> {
  readonly isNew: boolean
}

export interface Choice {
  readonly patientId: string
  readonly tellFirstAccess: boolean
  /** Of the preferences. */
  readonly version: number
  readonly at: Date
}

/** The watch after a choice; null if nothing changes. */
export const chooseWatch = (before: ReaderWatch | null, choice: Choice): ReaderWatch | null => {
  const isOn = before !== null && before.status !== 'off'
  if (choice.tellFirstAccess === isOn) return null
  if (before !== null && choice.version <= before.preferencesVersion) return null
  return {
    id: choice.patientId,
    status: choice.tellFirstAccess ? 'learning' : 'off',
    since: choice.at,
    preferencesVersion: choice.version,
    toldFrom: null,
    version: (before?.version ?? 0) + 1,
  }
}

/** People who are new within this time are in one notice: a visit is prepared by several. Minutes. */
const noticeMinutes = 30

export interface FoundReaders {
  readonly watch: ReaderWatch
  readonly readers: readonly KnownReader[]
  /** The notice to send; null if no one is new, or a notice that is not sent yet covers them. */
  readonly told: { readonly accessId: string; readonly tellAt: Date } | null
}

/** Remembers readers who were not known. */
export const findReaders = (before: ReaderWatch, found: readonly FirstAccess[], now: Date): FoundReaders => {
  const readers = found.map(({ at, ...reader }) => ({ ...reader, isNew: at >= before.since }))
  const first = readers.find(({ isNew }) => isNew)
  const isCovered = before.toldFrom !== null && now < tellAt(before.toldFrom)
  const told = first === undefined || isCovered ? null : { accessId: first.accessId, tellAt: tellAt(now) }
  const watch: ReaderWatch = {
    ...before,
    status: 'watching',
    toldFrom: told === null ? before.toldFrom : now,
    version: before.version + 1,
  }
  return { watch, readers, told }
}

const tellAt = (from: Date): Date => new Date(from.getTime() + noticeMinutes * 60_000)

/** How far an organization's ledger has been read. */
export interface LedgerPosition {
  /** The organization's. */
  readonly id: string
  readonly sequence: number
  readonly version: number
}
