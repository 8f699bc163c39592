import { fileName, fileOfRecording, fileOfResult, mediaTypeOf } from '../model/file-of-result.ts'
import type { RecordFile, RecordItems } from '../model/record.ts'
import { ifCovered, type Reads } from './reads-of.ts'

/** All files of one copy. A file that would exceed it is named instead. */
export const maxFileBytes = 100 * 1024 * 1024

type Found = { readonly [Section in 'labResults' | 'recordings']?: readonly RecordItems[Section][] }

/**
 * The patient's own files: sent with messages, of the laboratory, pictures of the insurance card, and recordings of calls, the newest first.
 * Recordings are the largest and come last, so that none takes the place of a document.
 */
export const gatherFiles = async (
  { one, all }: Reads,
  patientId: string,
  { labResults = [], recordings = [] }: Found,
): Promise<readonly RecordFile[]> => {
  const files: RecordFile[] = []
  let size = 0
  const add = async (name: string, mediaType: string, bytes: number, read: () => Promise<unknown>): Promise<void> => {
    const fits = size + bytes <= maxFileBytes
    if (fits) size += bytes
    const content = fits ? ((await read()) as Uint8Array) : null
    files.push({ name: fileName(name, mediaType), mediaType, bytes: content })
  }
  await ifCovered(async () => {
    for (const { id, mediaType, bytes } of await all('listAttachments', { path: { patientId } }))
      await add(`message-${id}`, mediaType, bytes, () => one('getAttachmentContent', { path: { attachmentId: id } }))
  })
  for (const result of labResults)
    for (const { document } of result.observations)
      if (document)
        await add(fileOfResult(result.id, document.id), mediaTypeOf(document.kind), document.bytes, () =>
          one('getLabDocument', { path: { resultId: result.id, documentId: document.id } }),
        )
  await ifCovered(async () => {
    const { sides } = await one('getCoverageCard', { path: { patientId } })
    for (const { pictureId, side, mediaType, bytes } of sides)
      await add(`insurance-card-${side}`, mediaType, bytes, () =>
        one('getCoverageCardPicture', { path: { pictureId } }),
      )
  })
  for (const { id, visitId, mediaType, bytes } of recordings.toSorted((first, second) =>
    second.startedAt.localeCompare(first.startedAt),
  ))
    await add(fileOfRecording(id), mediaType, bytes, () =>
      one('getRecordingContent', { path: { visitId, recordingId: id } }),
    )
  return files
}
