import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'

export const sealContextIn =
  (table: string) =>
  (organizationId: string, rowId: string, patientId: string | null): SealContext => ({
    organizationId,
    table: `billing.${table}`,
    rowId,
    patientId,
  })

/** Treats a row outside the caller's reach as if it did not exist. Records no access, because nothing is shown yet. */
export const withinReach = <R extends { readonly patient_id: string }>(
  { access, caller }: Pick<RequestContext, 'access' | 'caller'>,
  row: R | undefined,
): R => {
  if (row === undefined || (access.reach === 'own' && !caller.patientIds.includes(row.patient_id)))
    throw notFound('beyond reach')
  return row
}
