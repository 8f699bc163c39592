import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Database } from '../../../platform/contracts/database.ts'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { UnitOfWork } from '../../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import { systemAccess } from '../../../platform/system/system-access.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import { knownRecord, majorityDayOf, reviewRecord, dueBeforeDay, type RetainedRecord } from '../model/retention.ts'
import type { ComplianceContext } from '../ports.ts'
import { listErased, listLastChanges, listRetainedRecords, writeRetainedRecord } from '../store/retained-records.ts'
import { activeDayOf, gatherRules } from '../workflows/gather-retained.ts'

const name = 'compliance.find-due-records'
/** Patients in one step. */
const batch = 200

interface FindDueRecordsDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly ports: Pick<ComplianceContext, 'directory' | 'retention' | 'settleAccesses'>
}

/**
 * Looks once a day when each record was last used, and stores it. Of a record that may be due, it reads when the patient came of age, once;
 * that is in the audit log of the patient. It erases nothing: a person decides.
 */
export const findDueRecords = (deps: FindDueRecordsDeps): DomainJob => {
  const stopping = new AbortController()
  return {
    name,
    everySeconds: 86_400,
    stop: () => stopping.abort(),
    run: async (now) => {
      await deps.ports.settleAccesses()
      for (const organizationId of await deps.ports.directory.organizationIds())
        await reviewOrganization(deps, organizationId, now, stopping.signal)
    },
  }
}

const reviewOrganization = async (
  { database, vault, unitOfWork, ports }: FindDueRecordsDeps,
  organizationId: string,
  now: Date,
  signal: AbortSignal,
): Promise<void> => {
  const contextOf = (): ReadContext => ({
    ...systemRequestContext(name, organizationId, now),
    vault,
    db: database.reader({ domain: 'compliance', organizationId }),
  })
  const context = contextOf()
  const rules = await gatherRules(context, ports)
  const dueBefore = dueBeforeDay(rules.today, rules.years)

  const store = async (found: RetainedRecord | null, patientId: string, activeDay: number): Promise<void> => {
    const before = knownRecord(found, patientId, activeDay)
    const reviewed = reviewRecord(before, activeDay, { today: rules.today, dueBefore })
    const needsBirthday = before.majorityDay === null && activeDay < dueBefore
    if (reviewed === null && !needsBirthday) return
    const own = contextOf()
    const decide = async (isRepeated: boolean): Promise<Change<void>> => {
      // Changed in the meantime: the next run looks at it.
      if (isRepeated) return { answer: undefined }
      const birth = needsBirthday ? (await ports.directory.birthDays(own, [patientId])).get(patientId) : undefined
      const majorityDay = birth ? majorityDayOf(birth.birthDate, ports.retention) : before.majorityDay
      const after = { ...before, activeDay, majorityDay, version: before.version + 1 }
      return { writes: [writeRetainedRecord(after, before)], answer: undefined }
    }
    const audit = () =>
      Array.from(own.access.touched, (touched) =>
        systemAccess(own, {
          ...{ action: 'read', entity: 'Patient', entityId: touched, patientId: touched },
          ...{ because: 'privacy-review', purpose: 'HOPERAT' },
        }),
      )
    await unitOfWork.keep<void>({ domain: 'compliance', context: own, idempotency: null, audit }, decide)
  }

  let after: string | null = null
  let isUnfinished: boolean
  do {
    if (signal.aborted) return
    const patientIds: readonly string[] = await ports.directory.patientIdsAfter(organizationId, after, batch)
    const [known, changes, erased] = await Promise.all([
      listRetainedRecords(context.db, patientIds),
      listLastChanges(context.db, patientIds),
      listErased(context.db, patientIds),
    ])
    for (const patientId of patientIds) {
      const found = known.get(patientId) ?? null
      if (!erased.has(patientId) && found?.erasureId == null)
        await store(found, patientId, activeDayOf(patientId, found, changes.get(patientId), rules))
    }
    after = patientIds.at(-1) ?? null
    isUnfinished = patientIds.length === batch
  } while (isUnfinished)
}
