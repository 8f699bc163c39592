import type { WriteContext } from '../../../platform/contracts/context.ts'
import { isOver } from '../model/proxy-right.ts'
import { listPatientZones } from '../store/patients.ts'
import { listRightsByPerson } from '../store/proxies.ts'

/** Whether some right that the person has accepted holds or will hold, each by its own patient's clock. */
export const hasLiveRight = async (
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  personId: string,
): Promise<boolean> => {
  const rights = await listRightsByPerson(tx, personId)
  const zones = await listPatientZones(
    tx,
    rights.map(({ patientId }) => patientId),
  )
  return rights.some((right) => !isOver(right, zones.get(right.patientId) ?? 'UTC', now))
}
