import type { components } from '@visitkit/contract'
import type { ClaimStatus } from '../../../../vendors/clearinghouse/acknowledgment.ts'
import { meaningOf } from '../../kernel/model/status-inquiry.ts'

type Meaning = components['schemas']['ClaimStatusMeaning']

/** What a claim cannot be at once. Other meanings agree with each of these. */
const exclusive: Readonly<Partial<Record<Meaning, string>>> = {
  paid: 'paid',
  denied: 'denied',
  decided: 'decided',
  received: 'open',
  pending: 'open',
  returned: 'returned',
  'not-found': 'not-found',
}

/** Whether statuses of one claim exclude each other, such as paid and denied. A decision may be one of either kind. */
export const contradict = (statuses: readonly ClaimStatus[]): boolean => {
  const kinds = new Set(statuses.flatMap(({ category }) => exclusive[meaningOf(category)] ?? []))
  if (kinds.has('paid') || kinds.has('denied')) kinds.delete('decided')
  return kinds.size > 1
}
