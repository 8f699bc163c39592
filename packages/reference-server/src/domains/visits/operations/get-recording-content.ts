import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VisitsContext } from '../ports.ts'
import { decryptRecording } from '../store/recordings.ts'
import { gatherRecordings } from '../workflows/gather-recordings.ts'

const names = { 'video/webm': 'visit-recording.webm', 'video/mp4': 'visit-recording.mp4' } as const

export const getRecordingContent = operation<VisitsContext>()('getRecordingContent', {
  gather: async ({ path: { visitId, recordingId } }, ports, context) => {
    const { recordings } = await gatherRecordings(ports, context, visitId)
    const recording = recordings.find(({ id }) => id === recordingId.toLowerCase())
    if (recording === undefined) throw notFound('recording_unknown')
    return recording
  },
  read: async (_, recording, context) => ({
    status: 200,
    headers: { 'content-disposition': `attachment; filename="${names[recording.mediaType]}"` },
    body: await decryptRecording(context.db, context, recording),
  }),
})
