import { assumeCaller, externalCaller } from '../../../platform/identity/assume-caller.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { VideoEvent } from '../../../vendors/video/provider.ts'
import { seatLeft, seatTaken, visitStarted } from '../events.ts'
import { arePatientAndPractitionerPresent, reported } from '../model/seat.ts'
import { start, type VideoVendor } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { listSeatsByVisit, updateSeat } from '../store/seats.ts'
import { insertReport, lockVisitOfSeat } from '../store/vendor-reports.ts'
import { updateVisit } from '../store/visits.ts'

export const receiveVideoWebhook = operation<VisitsContext>()('receiveVideoWebhook', {
  gather: async ({ path, rawBody, headers }, ports, context) => {
    const organizationId = requireUuid(path.organizationId)
    const provider = await ports.video.providerOf(organizationId, path.vendor)
    if (!provider?.capabilities(context.now).covered.has('webhooks')) throw notFound('no webhooks of this vendor')
    const reports = await provider.parseWebhook({ rawBody, headers, now: context.now })
    assumeCaller(context, externalCaller(organizationId, `video-${path.vendor}`))
    return reports
  },
  keep: async ({ path }, reports, context) => {
    for (const report of reports) {
      if (await insertReport(context, path.vendor, report)) await follow(context, path.vendor, report)
    }
    return { status: 200, body: { received: true } }
  },
})

/** A participant who joined or left. Start and end of the room are ignored: the visit has its own. */
const follow = async (context: WriteContext, vendor: VideoVendor, report: VideoEvent): Promise<void> => {
  if (report.seatId === null || (report.type !== 'participant-joined' && report.type !== 'participant-left')) return
  const { tx, emit } = context
  const visit = await lockVisitOfSeat(tx, vendor, report)
  if (visit === null || visit.status === 'ended') return
  const seats = await listSeatsByVisit(tx, visit.id)
  const before = seats.find(({ id }) => id === report.seatId)
  const kind = report.type === 'participant-joined' ? 'joined' : 'left'
  const after = before && reported(before, { ...report, kind })
  if (!before || !after) return
  // A person who came back with a newer seat has released this one.
  const isReplaced = seats.slice(seats.indexOf(before) + 1).some(({ personId }) => personId === before.personId)
  if (isReplaced && after.leftAt === null) return
  await updateSeat(tx, after)
  if ((before.leftAt === null) === (after.leftAt === null)) return
  await emit(after.leftAt === null ? seatTaken(visit, after) : seatLeft(visit, after))
  const now = seats.map((seat) => (seat.id === after.id ? after : seat))
  const started = arePatientAndPractitionerPresent(now) ? start(visit, context.now) : null
  if (!started) return
  await updateVisit(tx, context, visit, started)
  await emit(visitStarted(started))
}
