import type { WriteContext } from '../../../platform/contracts/context.ts'
import { isOver } from '../model/proxy-right.ts'
import { listPatientZones } from '../store/patients.ts'
import { listRightsByPerson } from '../store/proxies.ts'

/** Whether the person has an accepted right that is active now or later, each in its own patient's time zone. */
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
