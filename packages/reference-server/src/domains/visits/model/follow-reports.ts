import { isHeld, arePatientAndPractitionerPresent, reported, type Seat } from './seat.ts'
import { start, type VisitFacts } from './visit.ts'

/** A vendor's report about a participant. */
export interface ParticipantReport {
  readonly type: string
  readonly at: Date
  readonly vendorRoomId: string
  readonly seatId: string | null
  readonly vendorParticipantId: string | null
}

interface Seated {
  readonly visit: VisitFacts
  readonly seats: readonly Seat[]
}

/** What one report changes. */
export type Followed =
  | { readonly kind: 'taken' | 'left'; readonly visit: VisitFacts; readonly seat: Seat }
  | { readonly kind: 'started'; readonly visit: VisitFacts }

/**
 * The visits after these reports, and what happened in them. A participant who joined or left counts; start and end of the room are ignored,
 * because the visit has its own, and so is a report of another room or of a visit that has ended.
 */
export const followReports = <S extends Seated>(
  before: readonly S[],
  reports: readonly ParticipantReport[],
  now: Date,
): { readonly after: readonly S[]; readonly followed: readonly Followed[] } => {
  const after = [...before]
  const followed: Followed[] = []
  for (const report of reports) {
    const place = after.findIndex(({ seats }) => seats.some(({ id }) => id === report.seatId))
    const seated = after[place]
    const next = seated && followReport(seated, report, now)
    if (!next) continue
    after[place] = { ...seated, ...next.seated }
    followed.push(...next.followed)
  }
  return { after, followed }
}

const followReport = (
  { visit, seats }: Seated,
  report: ParticipantReport,
  now: Date,
): { readonly seated: Seated; readonly followed: readonly Followed[] } | null => {
  if (visit.status === 'ended') return null
  if (report.type !== 'participant-joined' && report.type !== 'participant-left') return null
  const before = seats.find(({ id, vendorRoomId }) => id === report.seatId && vendorRoomId === report.vendorRoomId)
  const kind = report.type === 'participant-joined' ? 'joined' : 'left'
  // The browser of a seat that was just closed joins late. The vendor ejects it.
  if (kind === 'joined' && visit.stoppedFor.length > 0) return null
  const seat = before && reported(before, { ...report, kind })
  if (!before || !seat) return null
  // A person who came back with a newer seat has released this one.
  const isReplaced = seats.slice(seats.indexOf(before) + 1).some(({ personId }) => personId === before.personId)
  if (isReplaced && isHeld(seat)) return null
  const after = seats.map((each) => (each.id === seat.id ? seat : each))
  if (isHeld(before) === isHeld(seat)) return { seated: { visit, seats: after }, followed: [] }
  if (!isHeld(seat)) return { seated: { visit, seats: after }, followed: [{ kind: 'left', visit, seat }] }
  const returned = { ...visit, seatsVersion: visit.seatsVersion + 1 }
  const started = arePatientAndPractitionerPresent(after) ? start(returned, now) : null
  return {
    seated: { visit: started ?? returned, seats: after },
    followed: [
      { kind: 'taken', visit: returned, seat },
      ...(started ? [{ kind: 'started', visit: started } as const] : []),
    ],
  }
}
