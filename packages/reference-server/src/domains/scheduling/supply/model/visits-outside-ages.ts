import { ageBounds } from '../../kernel/model/age-bounds.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import type { PatientFacts } from '../../kernel/model/practitioner.ts'
import type { Supply } from '../../kernel/model/support.ts'

/** The ids of the visits for which their patient is too young or too old when they begin. A patient who is not in `born` is neither. */
export const visitsOutsideAges = (
  visits: readonly Pick<Appointment, 'id' | 'patientId' | 'visitTypeId' | 'start'>[],
  supply: Pick<Supply, 'visitType'>,
  born: ReadonlyMap<string, PatientFacts>,
): ReadonlySet<string> =>
  new Set(
    visits
      .filter(({ patientId, visitTypeId, start }) => {
        const ages = supply.visitType(visitTypeId)?.ages
        const patient = born.get(patientId)
        if (ages === undefined || patient === undefined) return false
        const { from, to } = ageBounds(patient.birthDate, patient.zone, ages)
        return start.getTime() < from || start.getTime() >= to
      })
      .map(({ id }) => id),
  )
