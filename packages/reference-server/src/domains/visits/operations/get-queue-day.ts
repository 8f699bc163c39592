import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { VisitsContext } from '../ports.ts'
import { listWaitsByHour } from '../store/queue-day.ts'

const hourMs = 3_600_000
const minutesOf = (seconds: number): number => Math.round(seconds / 60)

/** The calendar day of the practitioner. It has 23, 24 or 25 hours; each hour is counted from midnight. */
export const getQueueDay = operation<VisitsContext>()('getQueueDay', {
  gather: async ({ path }, ports, context) => {
    const practitionerId = requireUuid(path.practitionerId)
    context.access.requireOwner([practitionerId])
    const { zone } = await ports.directory.practitioner(context, practitionerId)
    const start = Temporal.Instant.fromEpochMilliseconds(context.now.getTime()).toZonedDateTimeISO(zone).startOfDay()
    const from = start.epochMilliseconds
    const waits = await listWaitsByHour(context.db, {
      organizationId: context.caller.organizationId,
      practitionerId,
      from: new Date(from),
      to: new Date(start.add({ days: 1 }).epochMilliseconds),
      now: context.now,
    })
    return { practitionerId, zone, date: start.toPlainDate().toString(), from, waits }
  },
  read: async (_, { practitionerId, zone, date, from, waits }) => ({
    status: 200,
    body: {
      practitionerId,
      date,
      zone,
      hours: waits.map(({ hour, patients, medianSeconds, longestSeconds, waiting }) => ({
        from: new Date(from + hour * hourMs).toISOString(),
        patients,
        medianMinutes: minutesOf(medianSeconds),
        longestMinutes: minutesOf(longestSeconds),
        waiting,
      })),
    },
  }),
})
