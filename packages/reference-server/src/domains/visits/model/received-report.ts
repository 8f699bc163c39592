import type { Followed } from './follow-reports.ts'

/** What was made of a report. `none`: it is about a room or a seat here, and says what is known or what has no effect. */
export type ReportEffect = Followed['kind'] | 'none'

/** A report that was followed, as it came. */
export interface ReceivedReport {
  readonly vendor: string
  /** Which version of the reader read it. */
  readonly reader: string
  readonly effect: ReportEffect
  /** Null: it names no seat, or the seats of several visits. */
  readonly visit: { readonly id: string; readonly patientId: string } | null
  readonly bytes: Uint8Array
}

const fromGreatest: readonly ReportEffect[] = ['started', 'taken', 'left']

/** The greatest thing that happened: a person who joins may start the visit. */
export const effectOf = (followed: readonly Pick<Followed, 'kind'>[]): ReportEffect =>
  fromGreatest.find((effect) => followed.some(({ kind }) => kind === effect)) ?? 'none'
