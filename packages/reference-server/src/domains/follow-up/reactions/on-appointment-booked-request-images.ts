import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { outreachRequested } from '../events.ts'
import { gatherAudience } from '../workflows/gather-audience.ts'
import { careOf } from '../model/follow-up-policy.ts'
import type { FollowUpContext } from '../ports.ts'

/** Some visit types need pictures in advance (dermatology): requests them from the patient at booking. */
export const onAppointmentBookedRequestImages = onEvents<FollowUpContext>()(
  ['scheduling.appointment-booked'],
  'follow_up.request-images-on-appointment-booked',
  {
    gather: async (page, ports, context) => {
      const types = new Map((await ports.scheduling.visitTypes(context)).map((type) => [type.id, type]))
      const audiences = await Promise.all(
        page.map(async ({ id, data }) => {
          const type = types.get(data.visitTypeId)
          if (type === undefined || careOf(ports.specialties, type.specialty, type.code)?.images === undefined)
            return []
          const { patientId } = data
          return [[id, await gatherAudience(ports, context, { specialty: type.specialty, patientId })] as const]
        }),
      )
      return audiences.flat().length === 0 ? nothingToDo : new Map(audiences.flat())
    },
    decide: ({ id, data }, audiences) => {
      const audience = audiences.get(id)
      if (audience === undefined) return nothingToDo
      const { patientId, appointmentId: subjectId } = data
      return { events: [outreachRequested({ patientId, kind: 'images', subjectId, audience })], answer: undefined }
    },
  },
)
