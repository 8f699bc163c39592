import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { requestChanged } from '../events.ts'
import { ask, maxOpen, writtenBy } from '../model/privacy-request.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { noteNotSigned, tooManyOpenRequests } from '../problems.ts'
import { countWaitingOf, insertRequest } from '../store/requests.ts'

export const createPrivacyRequest = operation<RightsPorts>()('createPrivacyRequest', {
  gather: async ({ path: { patientId }, body }, { directory, documentation }, context) => {
    await directory.actingFor(context, patientId, 'record')
    await directory.patientZone(context, patientId)
    if (body.visitId !== undefined) {
      const note = await documentation.signedNote(context, requireUuid(body.visitId))
      if (note?.patientId !== patientId) throw noteNotSigned()
    }
    return { open: await countWaitingOf(context.db, patientId) }
  },
  decide: ({ path: { patientId }, body }, { open }, { caller, now, newId, access }) => {
    if (open >= maxOpen) throw tooManyOpenRequests()
    access.touch(patientId)
    const { kind, visitId = null, what, why = null } = body
    const askedByKind = writtenBy(caller, patientId)
    const request = ask({ id: newId(), patientId, kind, visitId, what, why, askedByKind }, now)
    return {
      writes: [insertRequest(request)],
      events: [requestChanged(request)],
      answer: {
        status: 201,
        headers: { location: `/v1/patients/${patientId}/privacy-requests` },
        body: presentRequest(request, { nameOf: () => null, access }),
      },
    }
  },
})
