import type { components } from '@visitkit/contract'
import type { Recording } from '../model/recording.ts'

export const presentRecording = (recording: Recording): components['schemas']['VisitRecording'] => {
  const { id, visitId, patientId, mediaType, recorded, startedAt, endedAt, pieces, bytes } = recording
  return {
    ...{ id, visitId, patientId, mediaType },
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    ...{ bytes, pieces },
    recorded: [...recorded],
  }
}
