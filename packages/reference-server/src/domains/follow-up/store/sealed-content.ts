import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { FollowUpTables } from './tables.ts'

type ContentPlace = { readonly table: keyof FollowUpTables; readonly rowId: string; readonly patientId: string | null }

const sealContextOf = ({ caller }: Pick<RequestContext, 'caller'>, place: ContentPlace): SealContext => ({
  organizationId: caller.organizationId,
  ...place,
})

/** Decrypts a row's content and records the access. */
export const decryptContent = <T>(
  db: AnyKysely,
  context: VaultContext,
  place: ContentPlace,
  sealed: Uint8Array,
): Promise<T> => context.vault.open<T>(db, context.access, sealContextOf(context, place), sealed)

/** A row that is not accessible to the caller is answered like one that does not exist. */
export const withinReach = <R extends { readonly patient_id: string | null }>(
  { access, caller }: Pick<RequestContext, 'access' | 'caller'>,
  row: R | undefined,
): R => {
  if (row === undefined || (access.reach === 'own' && !caller.patientIds.some((id) => id === row.patient_id)))
    throw notFound('beyond reach or unknown')
  return row
}
