import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

export interface ClaimNoteFacts {
  readonly id: string
  readonly claimId: string
  readonly rootId: string
  readonly patientId: string
  readonly authorId: string
  readonly at: Date
}
export interface ClaimNote extends ClaimNoteFacts {
  readonly text: string
}

const sealContext = sealContextIn('claim_notes')
const mostNotes = 500

const notes = factTable<ClaimNoteFacts>(
  'billing.claim_notes',
  {
    id: ['id', 'uuid'],
    claimId: ['claim_id', 'uuid'],
    rootId: ['root_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    authorId: ['author_id', 'uuid'],
    at: ['at', 'timestamptz'],
  },
  { guard: [], sealedFor: ({ patientId }) => patientId },
)

/** Notes are never changed or removed. */
export const insertNote = ({ text, ...facts }: ClaimNote): Write => notes.insert(facts, { text })

/** The notes about the claims of a visit, the newest first. */
export const listNotes = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  rootId: string,
): Promise<ClaimNote[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.claim_notes')
    .selectAll()
    .where('root_id', '=', rootId)
    .orderBy('id', 'desc')
    .limit(mostNotes)
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      ...notes.factOf(row as never),
      ...(await vault.open<Pick<ClaimNote, 'text'>>(
        db,
        access,
        sealContext(caller.organizationId, row.id, row.patient_id),
        row.sealed,
      )),
    })),
  )
}
