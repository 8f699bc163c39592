import type { Write } from '../../../platform/contracts/write.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { assumeCaller, externalCaller } from '../../../platform/identity/assume-caller.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { UnusableReport, VideoEvent } from '../../../vendors/video/provider.ts'
import { seatLeft, seatTaken, videoReportHeld, visitStarted } from '../events.ts'
import { followReports, type Followed } from '../model/follow-reports.ts'
import { holdOf } from '../model/held-report.ts'
import { effectOf } from '../model/received-report.ts'
import type { VisitsContext } from '../ports.ts'
import { insertHeldReport, listRoomsOf } from '../store/held-reports.ts'
import { insertReceivedReport } from '../store/received-reports.ts'
import { replaceSeating } from '../store/seating.ts'
import { seats } from '../store/seats.ts'
import { insertReports } from '../store/vendor-reports.ts'
import { listVisitsBySeat, type SeatedVisit } from '../store/visit-and-seats.ts'

const isEvent = (report: VideoEvent | UnusableReport): report is VideoEvent => !('fault' in report)

/**
 * Follows who joined and left. Every report about a room or a seat here is stored as it came, with what was made of it. What does not fit
 * waits for a person. A report about a room of another organization is that one's: it comes there too, and is not stored here.
 */
export const receiveVideoWebhook = operation<VisitsContext>()('receiveVideoWebhook', {
  gather: async ({ path, rawBody, headers }, ports, context) => {
    const organizationId = requireUuid(path.organizationId)
    const provider = await ports.video.providerOf(organizationId, path.vendor)
    if (!provider?.capabilities(context.now).covered.has('webhooks')) throw notFound('no webhooks of this vendor')
    const reports = await provider.parseWebhook({ rawBody, headers, now: context.now })
    const { db } = assumeCaller(context, externalCaller(organizationId, `video-${path.vendor}`))
    const events = reports.filter(isEvent)
    const seatIds = events.flatMap(({ seatId }) => (seatId !== null && isUuid(seatId) ? [seatId] : []))
    const visits = seatIds.length === 0 ? [] : await listVisitsBySeat(db, path.vendor, seatIds)
    const named = visits.flatMap((visit) => visit.seats)
    const unplaced = events
      .filter(({ seatId }) => !named.some(({ id }) => id === seatId))
      .map(({ vendorRoomId }) => vendorRoomId)
    const rooms = await listRoomsOf(db, [organizationId], path.vendor, unplaced)
    const unknown = unplaced.filter((room) => !rooms.has(room))
    const others =
      unknown.length === 0 ? [] : (await ports.directory.organizationIds()).filter((id) => id !== organizationId)
    const roomsElsewhere = await listRoomsOf(db, others, path.vendor, unknown)
    const { reader } = provider
    return { reader, reports, visits, known: { seats: named, rooms, roomsElsewhere } }
  },
  decide: ({ path, rawBody }, { reader, reports, visits, known }, { now, newId }) => {
    const answer = { status: 200, body: { received: true } } as const
    if (reports.length === 0) return { answer }
    const { after, followed } = followReports(visits, reports.filter(isEvent), now)
    const held = reports.flatMap((report) => {
      const hold = holdOf(report, known)
      return hold === null ? [] : [{ id: newId(), hold }]
    })
    const isElsewhere = (report: VideoEvent | UnusableReport): boolean =>
      isEvent(report) && known.roomsElsewhere.has(report.vendorRoomId)
    const isFollowed = reports.some((report) => holdOf(report, known) === null && !isElsewhere(report))
    const [visit = null, ...others] = visits.map((each) => each.visit)
    const received = {
      ...{ vendor: path.vendor, reader, bytes: rawBody, effect: effectOf(followed) },
      visit: others.length > 0 ? null : visit,
    }
    return {
      writes: [
        ...visits.flatMap((before, place) => writesOf(before, after[place] ?? before)),
        ...held.map(({ id, hold }) => insertHeldReport(id, { ...hold, vendor: path.vendor, reader, bytes: rawBody })),
        ...(isFollowed ? [insertReceivedReport(newId(), received)] : []),
        insertReports(
          path.vendor,
          reports.map((report) => ({
            ...(isEvent(report) ? report : { id: report.id, type: report.fault, at: now }),
            rowId: newId(),
          })),
        ),
      ],
      events: [...followed.map(eventOf), ...held.map(({ id }) => videoReportHeld(id))],
      // All of them were stored before.
      otherwise: () => ({ answer }),
      answer,
    }
  },
})

const writesOf = (before: SeatedVisit, after: SeatedVisit): readonly Write[] => [
  ...(after.visit === before.visit ? [] : [replaceSeating(after.visit, before.visit)]),
  ...before.seats.flatMap((seat, place) => {
    const next = after.seats[place]
    return next === undefined || next === seat ? [] : [seats.replace(next, seat)]
  }),
]

const eventOf = (followed: Followed) => {
  switch (followed.kind) {
    case 'taken':
      return seatTaken(followed.visit, followed.seat)
    case 'left':
      return seatLeft(followed.visit, followed.seat)
    case 'started':
      return visitStarted(followed.visit)
  }
}
