import { createHash } from 'node:crypto'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { rowsStatement } from './rows-statement.ts'
import { tablesOf } from './tables.ts'
import { sealContextIn } from './within-reach.ts'

const sealContext = sealContextIn('mailbox_files')

/** A part of a file that waits for a person, apart from the rest: a claim, a transaction, an interchange, or a report of the payment processor. */
export interface FaultyPart {
  /** Its name at the partner, and when it was made. */
  readonly file: { readonly name: string; readonly postedAt: Date }
  readonly text: string
  readonly state: 'unreadable' | 'held'
  readonly fault: string
  /** Of a refund whose payment is not known: the processor's id of the payment. */
  readonly paymentReference?: string | undefined
  /** Which version has read it. */
  readonly reader?: string | undefined
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
        parts.map(({ id, file, text, state, fault, paymentReference, reader, sealed }) => ({
          ...{ id, file_id: file.name, posted_at: file.postedAt, state, fault, sealed },
          payment_reference: paymentReference ?? null,
          reader: reader ?? null,
          // A part may be a whole file word for word, which is another row.
          content_hash: createHash('sha256').update(`part of a file: ${text}`).digest(),
        })),
      )
const insertFaulty = rowsStatement(
  'billing.mailbox_files',
  {
    ...{ id: 'uuid', file_id: 'text', posted_at: 'timestamptz', state: 'text', fault: 'text', sealed: 'bytea' },
    ...{ content_hash: 'bytea', payment_reference: 'text', reader: 'text' },
  },
  '(organization_id, content_hash) do nothing',
)

/** A refund that waits for its payment, which is known and paid by now. */
export interface EarlyRefund {
  readonly id: string
  /** The processor's id of the refund. */
  readonly reference: string
}

export const listEarlyRefunds = async (db: AnyKysely, take: number): Promise<EarlyRefund[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.mailbox_files as file')
    .innerJoin('billing.payments as payment', (join) =>
      join
        .onRef('payment.organization_id', '=', 'file.organization_id')
        .onRef('payment.payment_reference', '=', 'file.payment_reference'),
    )
    .select(['file.id', 'file.file_id as reference'])
    .where('file.payment_reference', 'is not', null)
    .where('file.state', '=', 'held')
    .where('file.fault', '=', 'refund_unknown')
    .where('payment.status', '=', 'paid')
    .orderBy('file.id')
    .limit(take)
    .execute()
  return rows
}

/** What waited was applied by itself. Conditional: it still waits. */
export const closePart = (id: string): Write => ({ statement: close, rowId: id, values: [id] })
const close = writeStatement({
  kind: 'update',
  table: 'billing.mailbox_files',
  set: `state = 'processed', fault = null`,
  where: `id = $1::uuid and state = 'held'`,
  isConditional: true,
})

/** It waits for another reason. Conditional: it still waits. */
export const changePartFault = (id: string, fault: string): Write => ({
  statement: changeFault,
  rowId: id,
  values: [id, fault],
})
const changeFault = writeStatement({
  kind: 'update',
  table: 'billing.mailbox_files',
  set: 'fault = $2::text',
  where: `id = $1::uuid and state = 'held'`,
  isConditional: true,
})
