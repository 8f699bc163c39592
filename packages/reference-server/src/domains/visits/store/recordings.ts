import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { Recording } from '../model/recording.ts'
import { tablesOf } from './tables.ts'

/** A piece is stored only after the one before it. */
export const recordings = factTable<Recording>(
  'visits.recordings',
  {
    id: ['id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    seatId: ['seat_id', 'uuid'],
    seatsVersion: ['seats_version', 'integer'],
    mediaType: ['media_type', 'text'],
    recorded: ['recorded', 'text[]'],
    startedAt: ['started_at', 'timestamptz'],
    endedAt: ['ended_at', 'timestamptz'],
    pieces: ['pieces', 'integer'],
    bytes: ['bytes', 'integer'],
  },
  {
    fixed: [
      ...(['visitId', 'patientId', 'seatId', 'seatsVersion'] as const),
      ...(['mediaType', 'recorded', 'startedAt'] as const),
    ],
    guard: ['pieces'],
  },
)

interface Piece {
  readonly id: string
  readonly recordingId: string
  readonly patientId: string
  readonly number: number
}
const pieces = factTable<Piece>(
  'visits.recording_pieces',
  {
    id: ['id', 'uuid'],
    recordingId: ['recording_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    number: ['number', 'integer'],
  },
  { fixed: ['recordingId', 'patientId', 'number'], guard: ['number'], sealedFor: ({ patientId }) => patientId },
)

export const insertPiece = (piece: Piece, content: Uint8Array): Write =>
  pieces.insert(piece, { content: Buffer.from(content).toString('base64') })

/** The recordings of a visit, the oldest first. */
export const listRecordingsOf = async (db: AnyKysely, visitId: string): Promise<Recording[]> =>
  (
    await tablesOf(db)
      .selectFrom('visits.recordings')
      .selectAll()
      .where('visit_id', '=', requireUuid(visitId))
      .orderBy('started_at')
      .orderBy('id')
      .execute()
  ).map(recordings.factOf)

/** Picture and sound of a recording. Each piece is decrypted. */
export const decryptRecording = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, patientId }: Recording,
): Promise<Buffer> => {
  const stored = await tablesOf(db)
    .selectFrom('visits.recording_pieces')
    .select(['id', 'sealed'])
    .where('recording_id', '=', id)
    .orderBy('number')
    .execute()
  const contents: Buffer[] = []
  for (const { id: rowId, sealed } of stored) {
    const place = { organizationId: caller.organizationId, table: 'visits.recording_pieces', rowId, patientId }
    contents.push(Buffer.from((await vault.open<{ content: string }>(db, access, place, sealed)).content, 'base64'))
  }
  return Buffer.concat(contents)
}
