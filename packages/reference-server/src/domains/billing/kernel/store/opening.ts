import { notFound } from '../../../../platform/problems/problem.ts'
import type { Situation } from '../../../../platform/contracts/context.ts'
import type { SealedPlace } from '../../../../platform/contracts/vault.ts'

/** Who opens and seals: the part of a handler's situation that the vault needs. */
export type Opening = Pick<Situation, 'access' | 'vault' | 'caller'>

/** `lock` keeps others from changing the row until the transaction ends. */
export type Look = 'look' | 'lock'

export const placeIn =
  (table: string) =>
  (organizationId: string, rowId: string, patientId: string | null): SealedPlace => ({
    organizationId,
    table: `billing.${table}`,
    rowId,
    patientId,
  })

/** Answers like a row that does not exist for one beyond the caller's reach. Notes no access: nothing is shown yet. */
export const withinReach = <R extends { readonly patient_id: string }>(
  { access, caller }: Pick<Situation, 'access' | 'caller'>,
  row: R | undefined,
): R => {
  if (row === undefined || (access.reach === 'own' && !caller.patientIds.includes(row.patient_id)))
    throw notFound('beyond reach')
  return row
}
