import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { consentMissing } from '../problems.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { decideRecordingAnswer } from '../workflows/decide-recording-answer.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'
import { gatherInvited } from '../workflows/notify-guests.ts'

export const answerRecording = operation<VisitsContext>()('answerRecording', {
  gather: async ({ path, body }, ports, context) => {
    const loaded = await gatherVisit(ports, context, await readVisitAndSeats(context.db, context, path.visitId))
    const guests = await gatherInvited(context.db, [loaded.visit])
    const isPatientSide = loaded.acting.as !== 'staff'
    if (!body.agrees || !isPatientSide) return { ...loaded, guests }
    const { patientId } = loaded.visit
    const consent = (await ports.consent.current(context, patientId, ['recording'])).get('recording')
    const { status = 'required', reason, consentId } = consent ?? {}
    if (status !== 'granted') throw consentMissing([{ purpose: 'recording', status, reason }])
    if (consentId !== undefined) context.access.permittedBy([consentId])
    return { ...loaded, guests }
  },
  decide: ({ body }, { visit, seats, practitioner, isLicensed, guests }, { caller }) => {
    const answered = decideRecordingAnswer({ visit, seats, guests }, { ...body, caller })
    const { writes, events } = answered
    const after = presentVisit(answered.visit, answered.seats, practitioner, isLicensed, caller)
    return { writes, events, answer: { status: 200, body: after } }
  },
})
