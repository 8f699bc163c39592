import type { ReadContext } from '../../../platform/contracts/context.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { addPiece, isPatientIn } from '../model/recording.ts'
import type { VisitsContext } from '../ports.ts'
import { presentRecording } from '../presenters/present-recording.ts'
import { insertPiece, listRecordingsOf, recordings as recordingTable } from '../store/recordings.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'

/** What the patient has decided by now: a consent that was revoked ends the request to record only when its event arrives. */
const hasConsent = async ({ consent }: VisitsContext, context: ReadContext, patientId: string): Promise<boolean> =>
  (await consent.current(context, patientId, ['recording'])).get('recording')?.status === 'granted'

export const addRecordingPiece = operation<VisitsContext>()('addRecordingPiece', {
  gather: async ({ path: { visitId } }, ports, context) => {
    const { visit, seats } = await readVisitAndSeats(context.db, context, visitId)
    context.access.touch(visit.patientId)
    const { callRecording } = await ports.directory.organization(context)
    const recordings = await listRecordingsOf(context.db, visitId)
    const isConsented = !isPatientIn(seats) || (await hasConsent(ports, context, visit.patientId))
    return { visit, seats, recordings, isOffered: callRecording, isConsented, limits: ports.policy.recording }
  },
  decide: ({ path, query, rawBody }, { limits, ...gathered }, { caller, now, newId }) => {
    const recordingId = requireUuid(path.recordingId)
    const megabyte = 1_048_576
    const { before, after } = addPiece({
      ...{ ...gathered, recordingId, caller, now },
      number: path.number,
      seatsVersion: query.seatsVersion,
      content: Buffer.from(rawBody),
      limits: { bytesOfOne: limits.mostMegabytes * megabyte, bytesOfVisit: limits.mostMegabytesOfVisit * megabyte },
    })
    const answer = { status: 200, body: presentRecording(after) } as const
    if (before === after) return { answer }
    const piece = { id: newId(), recordingId, patientId: after.patientId, number: after.pieces - 1 }
    return {
      writes: [
        before === null ? recordingTable.insertOnce(after) : recordingTable.replace(after, before),
        insertPiece(piece, rawBody),
      ],
      answer,
    }
  },
})
