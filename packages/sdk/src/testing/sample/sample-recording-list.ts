import type { Visit } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleClinician, samplePatient, samplePatientSummary } from './sample-people.ts'
import { instant, minute, type SampleContext, type SamplePerson, type SampleState } from './sample-state.ts'
import { tinyRecording } from './tiny-recording.ts'

/** Puts a recording of four minutes into a visit. It ended with the visit. */
export const recordVisit = (state: SampleState, { id: visitId, patientId }: Visit, at: number): void => {
  const half = Math.ceil(tinyRecording.length / 2)
  const pieces = [tinyRecording.slice(0, half), tinyRecording.slice(half)]
  state.recordings.push({
    recording: {
      ...{ id: `recording-${state.recordings.length + 1}`, visitId, patientId, mediaType: 'video/webm' },
      ...{ startedAt: instant(at - 4 * minute), endedAt: instant(at) },
      ...{ bytes: tinyRecording.length, pieces: pieces.length, recorded: ['practitioner', 'patient'] },
    },
    pieces,
  })
}

/** Each reading of a recording is in the list of accesses, the newest first. */
const recordAccess = ({ state, now, newId }: SampleContext, person: SamplePerson, patientId: string): void => {
  const isPatient = person === 'patient'
  state.accesses.unshift({
    id: newId('access'),
    at: instant(now()),
    patientId,
    actor: isPatient
      ? { kind: 'patient', id: patientId, displayName: samplePatientSummary.displayName, role: 'patient' }
      : { kind: 'member', id: 'member-jo', displayName: sampleClinician.displayName, role: 'practitioner' },
    ...{ action: 'read', entity: 'VisitRecording', reason: 'visit' },
    ...{ purpose: isPatient ? 'PATRQT' : 'TREAT', outcome: 'done', application: 'Sample portal' },
    sequence: state.accesses.length + 1,
  })
}

/** What was recorded of a visit, to list and to play. */
export const recordingListSample: SampleDomain = (context) => {
  const { state } = context
  return (person) => ({
    listRecordings: ({ path: { visitId } }) => ({
      visitId,
      // Earlier visits of the sample have a note and no room.
      patientId: state.visits.find(({ id }) => id === visitId)?.patientId ?? samplePatient.id,
      items: state.recordings.flatMap(({ recording }) => (recording.visitId === visitId ? [recording] : [])),
    }),
    getRecordingContent: ({ path: { visitId, recordingId } }) => {
      const found = state.recordings.find(({ recording: one }) => one.id === recordingId && one.visitId === visitId)
      if (!found) return problem(404, 'not_found')
      recordAccess(context, person, found.recording.patientId)
      return new Blob(found.pieces as BlobPart[], { type: 'application/octet-stream' })
    },
  })
}
