import { createHash } from 'node:crypto'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { rowsStatement } from './rows-statement.ts'
import { sealContextIn } from './within-reach.ts'

const sealContext = sealContextIn('mailbox_files')

/** A part of a file that waits for a person, apart from the rest: a claim, a transaction, an interchange, or a report of the payment processor. */
export interface FaultyPart {
  /** Its name at the partner, and when it was made. */
  readonly file: { readonly name: string; readonly postedAt: Date }
  readonly text: string
  readonly state: 'unreadable' | 'held'
  readonly fault: string
}

export interface EncryptedPart extends FaultyPart {
  readonly id: string
  readonly sealed: Uint8Array
}

export const encryptParts = (
  { vault, db, caller, newId }: Pick<ReadContext, 'vault' | 'db' | 'caller' | 'newId'>,
  parts: readonly FaultyPart[],
): Promise<readonly EncryptedPart[]> => {
  const ids = parts.map(() => newId())
  return Promise.all(
    parts.map(async (part, index) => {
      const id = ids[index] ?? ''
      return { ...part, id, sealed: await vault.seal(db, sealContext(caller.organizationId, id, null), part.text) }
    }),
  )
}

/** Stores parts that wait for a person. One that is stored already, from another file, is skipped. */
export const insertParts = (parts: readonly EncryptedPart[]): readonly Write[] =>
  parts.length === 0
    ? []
    : insertFaulty.rows(
        parts.map(({ id, file, text, state, fault, sealed }) => ({
          ...{ id, file_id: file.name, posted_at: file.postedAt, state, fault, sealed },
          // A part may be a whole file word for word, which is another row.
          content_hash: createHash('sha256').update(`part of a file: ${text}`).digest(),
        })),
      )
const insertFaulty = rowsStatement(
  'billing.mailbox_files',
  {
    ...{ id: 'uuid', file_id: 'text', posted_at: 'timestamptz', state: 'text', fault: 'text', sealed: 'bytea' },
    content_hash: 'bytea',
  },
  '(organization_id, content_hash) do nothing',
)
