import type { Platform } from '../../../platform/create-platform.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { keepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { StoredCase } from '../model/stored-case.ts'
import { insertCase } from '../store/access-cases.ts'

/** A case as the job stores it, without the accesses that lead to it. */
export const storeCase = async (
  { unitOfWork }: Pick<Platform, 'unitOfWork'>,
  organizationId: string,
  now: Date,
  given: Partial<StoredCase> = {},
): Promise<StoredCase> => {
  const one: StoredCase = {
    id: newId(),
    memberId: newId(),
    day: Math.floor(now.getTime() / 86_400_000) - 1,
    number: 1,
    score: 8,
    reasons: [
      { code: 'confidential', points: 6, accesses: 1, patients: 1, firstMinute: 600, value: null },
      { code: 'unexplained', points: 2, accesses: 1, patients: 1, firstMinute: 600, value: null },
    ],
    accessIds: [newId()],
    status: 'open',
    openedAt: now,
    dueAt: new Date(now.getTime() + 7 * 86_400_000),
    escalatedAt: null,
    assignedTo: null,
    disposition: null,
    closedBy: null,
    closedAt: null,
    incidentId: null,
    version: 1,
    ...given,
  }
  await keepForOrganization(unitOfWork, 'compliance')(organizationId, now, () => ({
    writes: [insertCase(one)],
    answer: undefined,
  }))
  return one
}
