import { sql } from 'kysely'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import type { Claim as ClearinghouseClaim, PayerDecision } from '../../kernel/model/claim.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'

const sealContext = sealContextIn('next_decisions')
const claimSealContext = sealContextIn('next_claims')

interface NextDecisionFacts {
  /** That of the claim to the payer. */
  readonly id: string
  readonly patientId: string
}

const nextDecisions = factTable<NextDecisionFacts>(
  'billing.next_decisions',
  { id: ['id', 'uuid'], patientId: ['patient_id', 'uuid'] },
  { guard: ['id'], sealedFor: ({ patientId }) => patientId },
)

/** What a next payer decided about its claim. It is never changed: if the answer is undone, it is not used. */
export const insertNextDecision = ({ id, patientId }: NextDecisionFacts, decision: PayerDecision): Write =>
  nextDecisions.insert({ id, patientId }, decision)

export interface StoredNextDecision {
  /** The claim that the payer decided about, as it was sent. */
  readonly sent: ClearinghouseClaim
  readonly decision: PayerDecision
}

/** About the claims to next payers with these numbers. Decrypts each. */
export const listNextDecisions = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  numbers: readonly string[],
): Promise<StoredNextDecision[]> => {
  if (numbers.length === 0) return []
  const { rows } = await sql<{
    readonly id: string
    readonly patient_id: string
    readonly sealed: Uint8Array
    readonly sent: Uint8Array
  }>`select decision.id, decision.patient_id, decision.sealed, next.sealed as sent
    from billing.next_decisions as decision
    join billing.next_claims as next on next.organization_id = decision.organization_id and next.id = decision.id
    where next.number = any (${numbers}::text[])`.execute(db)
  return Promise.all(
    rows.map(async ({ id, patient_id, sealed, sent }) => ({
      sent: await vault.open<ClearinghouseClaim>(
        ...([db, access] as const),
        claimSealContext(caller.organizationId, id, patient_id),
        sent,
      ),
      decision: await vault.open<PayerDecision>(db, access, sealContext(caller.organizationId, id, patient_id), sealed),
    })),
  )
}
