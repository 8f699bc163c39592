import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
}

/** Of a file in the archive of a copy. */
export const fileName = (name: string, mediaType: string): string => `files/${name}.${endings[mediaType] ?? 'bin'}`

/** A file of a result, without folder and ending. */
export const fileOfResult = (resultId: string, documentId: string): string =>
  `result-${resultId}-${documentId}`.replaceAll(/[^\w-]/g, '-')

/** A recording of a call, without folder and ending. */
export const fileOfRecording = (recordingId: string): string => `recording-${recordingId}`

export const mediaTypeOf = (kind: Schemas['LabDocumentKind']): string =>
  ({
    pdf: 'application/pdf',
    png: 'image/png',
    jpeg: 'image/jpeg',
    other: 'application/octet-stream',
  })[kind]
