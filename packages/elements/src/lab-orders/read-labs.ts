import type { LabOrder, LabResult, UnmatchedResult, VisitClient } from '@visitkit/sdk'
import { permitted } from '../core/permitted.ts'

/** The data of the element: of one patient, or, without one, the caller's inbox. */
export interface Labs {
  readonly orders: readonly LabOrder[]
  readonly results: readonly LabResult[]
  readonly resultsCursor: string | null
  readonly unmatched: readonly UnmatchedResult[]
}

type LoadOptions = { readonly signal: AbortSignal }

const emptyPage = { items: [], nextCursor: null }

/** A patient's orders and results, newest first. */
export const labsOfPatient = async (client: VisitClient, patientId: string, options: LoadOptions): Promise<Labs> => {
  const [orders, results] = await Promise.all([
    client.labs.ordersOfPatient(patientId, {}, options).page(),
    client.labs.resultsOfPatient(patientId, {}, options).page(),
  ])
  return { orders: orders.items, results: results.items, resultsCursor: results.nextCursor, unmatched: [] }
}

/** Results to review, critical ones first, and unmatched ones. */
export const labInbox = async (client: VisitClient, options: LoadOptions): Promise<Labs> => {
  const [waiting, unmatched] = await Promise.all([
    client.labs.waiting({}, options).page(),
    // A caller who may review but not match sees the inbox without unmatched results.
    permitted(client.labs.unmatched({}, options).page(), emptyPage),
  ])
  return { orders: [], results: waiting.items, resultsCursor: waiting.nextCursor, unmatched: unmatched.items }
}

/** The next page of results of the same list. */
export const moreResults = (
  client: VisitClient,
  patientId: string | undefined,
  cursor: string,
  options: LoadOptions,
): Promise<{ items: readonly LabResult[]; nextCursor: string | null }> =>
  patientId
    ? client.labs.resultsOfPatient(patientId, {}, options).page(cursor)
    : client.labs.waiting({}, options).page(cursor)
