import type { BilledState } from './billed-state.ts'
import type { VisitResult } from './visit-pipeline.ts'

/** The names of these workers in the audit: what they send to a partner about a patient, one row each. */
const disclosureActors = ['prescriptions.transmit-script', 'labs.transmit-order', 'billing.transmit-claim-file']

/** Compares the ledger with what the contract and the responses predict, and the money with the visits. */
export const reconcile = (
  visits: readonly VisitResult[],
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  { posted, unbalanced, parkedEvents }: BilledState,
): { readonly differences: readonly string[]; readonly auditRows: number } => {
  const predicted = new Map<string, number>(disclosureActors.map((operation) => [operation, visits.length]))
  for (const visit of visits)
    for (const [operation, rows] of Object.entries(visit.auditRows))
      predicted.set(operation, (predicted.get(operation) ?? 0) + rows)
  const written = (operation: string): number => (after[operation] ?? 0) - (before[operation] ?? 0)
  const differences = [...predicted].flatMap(([operation, rows]) =>
    written(operation) === rows ? [] : [`audit rows of ${operation}: ${written(operation)}, predicted ${rows}`],
  )
  if (posted !== visits.length) differences.push(`posted claims: ${posted}, visits ${visits.length}`)
  if (unbalanced > 0) differences.push(`accounts whose entries do not sum up: ${unbalanced}`)
  if (parkedEvents > 0) differences.push(`parked events: ${parkedEvents}`)
  return { differences, auditRows: [...predicted.values()].reduce((sum, rows) => sum + rows, 0) }
}
