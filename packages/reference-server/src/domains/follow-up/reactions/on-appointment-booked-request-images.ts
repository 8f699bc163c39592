import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { outreachRequested } from '../events.ts'
import { gatherAudience } from '../workflows/gather-audience.ts'
import { careOf } from '../model/follow-up-policy.ts'
import type { FollowUpContext } from '../ports.ts'

/** Some visit types need pictures in advance (dermatology): requests them from the patient at booking. */
export const onAppointmentBookedRequestImages = onEvent<FollowUpContext>()(
  ['scheduling.appointment-booked'],
  'follow_up.request-images-on-appointment-booked',
  {
    gather: async ({ data }, ports, context) => {
      const { type, patientId } = await ports.scheduling.appointment(context, data.appointmentId)
      if (careOf(ports.specialties, type.specialty, type.code)?.images === undefined) return nothingToDo
      return gatherAudience(ports, context, { specialty: type.specialty, patientId })
    },
    keep: async ({ data }, audience, { emit }) => {
      const [patientId, subjectId] = [data.patientId, data.appointmentId]
      await emit(outreachRequested({ patientId, kind: 'images', subjectId, audience }))
    },
  },
)
