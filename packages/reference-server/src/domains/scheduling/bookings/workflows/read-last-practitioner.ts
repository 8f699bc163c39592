import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import { invalidRequest } from '../../problems.ts'
import { findLastPractitioner } from '../store/last-practitioner.ts'

/** The practitioner of the patient's last completed visit of this specialty, who still practices; undefined without one. */
export const readLastPractitioner = async (
  { db }: Pick<ReadContext, 'db'>,
  calendar: OrganizationCalendar,
  specialty: string,
  patientId: string | undefined,
  pointer: string,
): Promise<string | undefined> => {
  if (patientId === undefined)
    throw invalidRequest([{ pointer, code: 'required', message: 'Must be given with prefer: whose practitioner.' }])
  const types = calendar.visitTypes().filter((type) => type.specialty === specialty)
  const last = await findLastPractitioner(
    db,
    patientId,
    types.map(({ id }) => id),
  )
  return last !== null && calendar.practitioner(last) ? last : undefined
}
