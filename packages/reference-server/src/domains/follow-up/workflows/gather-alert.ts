import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Alert } from '../model/alert.ts'
import type { FollowUpPorts } from '../ports.ts'
import { readAlert } from '../store/alerts.ts'
import { gatherAssignees } from './gather-assignees.ts'

export interface LoadedAlert {
  readonly alert: Alert
  /** Who acknowledged it, and who asks, by `member:id`. */
  readonly names: ReadonlyMap<string, string>
}

export const gatherAlert = async (
  ports: Pick<FollowUpPorts, 'directory'>,
  context: ReadContext,
  alertId: string,
): Promise<LoadedAlert> => {
  const alert = await readAlert(context.db, context, alertId)
  const names = await gatherAssignees(ports, context, [alert.acknowledgedBy, context.caller.personId])
  return { alert, names }
}
