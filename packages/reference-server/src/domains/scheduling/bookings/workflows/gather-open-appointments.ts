import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { OpenAppointments } from '../model/open-appointments.ts'
import { readOpenAppointments } from '../store/open-appointments.ts'

/** Null for staff and programs, whom the limit of open appointments does not bind. */
export const gatherOpenAppointments = async (
  { db, access, now }: Pick<ReadContext, 'db' | 'access' | 'now'>,
  patientId: string,
  visitTypeId: string,
): Promise<OpenAppointments | null> =>
  access.reach === 'own' ? readOpenAppointments(db, patientId, visitTypeId, now) : null
