import type { components } from '@visitkit/contract'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import type { Hold } from '../model/hold.ts'
import { tablesOf } from './tables.ts'

type RuleOverride = components['schemas']['RuleOverride']

/** Why staff lifted the rules for a hold. The id is that of the hold; the reason is encrypted. */
export const holdOverrides = factTable<{ readonly id: string; readonly patientId: string }>(
  'scheduling.hold_overrides',
  { id: ['id', 'uuid'], patientId: ['patient_id', 'uuid'] },
  { fixed: ['patientId'], guard: ['patientId'], sealedFor: ({ patientId }) => patientId },
)

/** Decrypts the reason and records the access. Undefined for a hold within the rules. */
export const decryptHoldOverride = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, overridden }: Pick<Hold, 'id' | 'overridden'>,
): Promise<RuleOverride | undefined> => {
  if (!overridden) return undefined
  const row = await tablesOf(db)
    .selectFrom('scheduling.hold_overrides')
    .select(['patient_id', 'sealed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  access.because('override')
  const { organizationId } = caller
  const sealContext = { organizationId, table: 'scheduling.hold_overrides', rowId: id, patientId: row.patient_id }
  return vault.open<RuleOverride>(db, access, sealContext, row.sealed)
}
