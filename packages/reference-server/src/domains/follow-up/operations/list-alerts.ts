import { operation } from '../../../platform/contracts/operation.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { Alert } from '../model/alert.ts'
import { presentAlert } from '../presenters/present-alert.ts'
import type { FollowUpContext } from '../ports.ts'
import { listAlerts as findAlerts, type AlertFilter, type EncryptedAlert } from '../store/alerts.ts'
import { gatherAlertDetails } from '../workflows/gather-alert-details.ts'
import { gatherAssignees } from '../workflows/gather-assignees.ts'

const atMost = 20
/** Read before those beyond the caller's reach are left out. */
const candidates = 200
/** Hours for which an acknowledged alert is listed. */
const acknowledgedHours = 24

/** Patients whose record was erased are left out, and do not take the place of others. */
const firstReadable = async (found: readonly EncryptedAlert[]): Promise<readonly Alert[]> => {
  const readable: Alert[] = []
  for (let next = 0; next < found.length && readable.length < atMost;) {
    const batch = found.slice(next, next + atMost - readable.length)
    const alerts = await Promise.all(batch.map(({ decrypt }) => unlessErased(decrypt())))
    readable.push(...alerts.filter((alert) => alert !== null))
    next += batch.length
  }
  return readable
}

/** Open alerts, then those acknowledged within a day. Decrypts only what it shows. */
export const listAlerts = operation<FollowUpContext>()('listAlerts', {
  read: async ({ query: { patientId, status } }, _, context, ports) => {
    const within = async (filter: AlertFilter) => {
      const found = await findAlerts(context.db, context, filter, candidates)
      const reachable = await context.access.within(found.map(({ facts }) => facts.patientId))
      return found.filter(({ facts }) => reachable.has(facts.patientId))
    }
    const since = new Date(context.now.getTime() - acknowledgedHours * 3_600_000)
    const [open, acknowledged] = await Promise.all([
      status === 'acknowledged' ? [] : within({ patientId }),
      status === 'open' ? [] : within({ patientId, acknowledgedSince: since }),
    ])
    const alerts = await firstReadable([...open, ...acknowledged])
    const [names, details] = await Promise.all([
      gatherAssignees(
        ports,
        context,
        alerts.map(({ acknowledgedBy }) => acknowledgedBy),
      ),
      gatherAlertDetails(ports, context, alerts),
    ])
    const items = alerts.flatMap((alert) => {
      const known = details.get(alert.id)
      return known === undefined ? [] : [presentAlert(alert, names, known)]
    })
    return { status: 200, body: { items, more: open.length > atMost } }
  },
})
