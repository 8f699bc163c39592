import type { Write } from '../../../platform/contracts/write.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { assumeCaller, externalCaller } from '../../../platform/identity/assume-caller.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { seatLeft, seatTaken, visitStarted } from '../events.ts'
import { followReports, type Followed } from '../model/follow-reports.ts'
import type { VisitsContext } from '../ports.ts'
import { replaceSeating } from '../store/seating.ts'
import { seats } from '../store/seats.ts'
import { insertReports } from '../store/vendor-reports.ts'
import { listVisitsBySeat, type SeatedVisit } from '../store/visit-and-seats.ts'

export const receiveVideoWebhook = operation<VisitsContext>()('receiveVideoWebhook', {
  gather: async ({ path, rawBody, headers }, ports, context) => {
    const organizationId = requireUuid(path.organizationId)
    const provider = await ports.video.providerOf(organizationId, path.vendor)
    if (!provider?.capabilities(context.now).covered.has('webhooks')) throw notFound('no webhooks of this vendor')
    const reports = await provider.parseWebhook({ rawBody, headers, now: context.now })
    const { db } = assumeCaller(context, externalCaller(organizationId, `video-${path.vendor}`))
    const seatIds = reports.flatMap(({ seatId }) => (seatId !== null && isUuid(seatId) ? [seatId] : []))
    return { reports, visits: seatIds.length === 0 ? [] : await listVisitsBySeat(db, path.vendor, seatIds) }
  },
  decide: ({ path }, { reports, visits }, { now, newId }) => {
    const answer = { status: 200, body: { received: true } } as const
    if (reports.length === 0) return { answer }
    const { after, followed } = followReports(visits, reports, now)
    return {
      writes: [
        ...visits.flatMap((before, place) => writesOf(before, after[place] ?? before)),
        insertReports(
          path.vendor,
          reports.map((report) => ({ ...report, rowId: newId() })),
        ),
      ],
      events: followed.map(eventOf),
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
