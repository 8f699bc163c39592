import type { components } from '@visitkit/contract'
import { isCounted } from '../model/accounting.ts'
import type { StoredDisclosure } from '../model/disclosure.ts'
import { dateOf } from '../model/monitor/local-time.ts'
import type { MemberNames } from './present-access-cases.ts'

type Schemas = components['schemas']

export const presentDisclosure = (one: StoredDisclosure, names: MemberNames): Schemas['Disclosure'] => {
  const nameOf = (memberId: string | null): string | null => names.get(`member:${memberId ?? ''}`) ?? null
  const { id, patientId, purpose, recipient, what, isInError, suspendedUntil, suspensionStatement, suspendedAt } = one
  return {
    ...{ id, patientId, purpose, recipient, what, isInError },
    on: dateOf(one.day),
    isCounted: isCounted(purpose),
    recordedAt: one.recordedAt.toISOString(),
    recordedBy: nameOf(one.recordedBy),
    ...(suspendedUntil !== null &&
      suspensionStatement !== null &&
      suspendedAt !== null && {
        suspension: {
          until: dateOf(suspendedUntil),
          statement: suspensionStatement,
          official: one.official ?? '',
          at: suspendedAt.toISOString(),
          by: nameOf(one.suspendedBy),
        },
      }),
    corrections: one.corrections.map(({ by, day, ...before }) => ({ ...before, by: nameOf(by), on: dateOf(day) })),
    version: one.version,
  }
}
