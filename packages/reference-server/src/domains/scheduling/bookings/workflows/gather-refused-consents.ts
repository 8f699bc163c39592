import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import type { VisitType } from '../../kernel/store/visit-types.ts'
import type { SchedulingPorts } from '../../ports.ts'

type Purposes = VisitType['requiredConsents']

/**
 * The consents that visits to come need and that their patients have revoked or declined, by appointment. One that was never asked for, or whose
 * text has changed, is none: it is asked for at check-in as usual. Records no access: the caller shows the appointments.
 */
export const gatherRefusedConsents = async (
  { consent }: Pick<SchedulingPorts, 'consent'>,
  context: ReadContext,
  appointments: readonly Appointment[],
  typeOf: (appointment: Appointment) => VisitType,
): Promise<ReadonlyMap<string, Purposes>> => {
  const ahead = appointments.filter(
    ({ status, start }) => (status === 'requested' || status === 'booked') && start > context.now,
  )
  if (ahead.length === 0) return new Map()
  const ofEach = await consent.currentOfEach(
    context,
    ahead.map((one) => ({ patientId: one.patientId, purposes: typeOf(one).requiredConsents })),
  )
  return new Map(
    ahead.map((one): [string, Purposes] => {
      const standings = ofEach.get(one.patientId)
      return [
        one.id,
        typeOf(one).requiredConsents.filter((purpose) => {
          const reason = standings?.get(purpose)?.reason
          return reason === 'revoked' || reason === 'previously-declined'
        }),
      ]
    }),
  )
}
