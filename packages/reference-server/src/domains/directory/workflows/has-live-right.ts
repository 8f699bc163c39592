import type { Keeping } from '../../../platform/contracts/context.ts'
import { isOver } from '../model/proxy-right.ts'
import { patientZones } from '../store/patients.ts'
import { rightsOfPerson } from '../store/proxies.ts'

/** Whether some right that the person has accepted holds or will hold, each by its own patient's clock. */
export const hasLiveRight = async ({ tx, now }: Pick<Keeping, 'tx' | 'now'>, personId: string): Promise<boolean> => {
  const rights = await rightsOfPerson(tx, personId)
  const zones = await patientZones(
    tx,
    rights.map(({ patientId }) => patientId),
  )
  return rights.some((right) => !isOver(right, zones.get(right.patientId) ?? 'UTC', now))
}
