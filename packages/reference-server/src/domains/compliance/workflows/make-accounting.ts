import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { account, periodOf, type AccountingPeriod } from '../model/accounting.ts'
import { dateOf, localTimeIn } from '../model/monitor/local-time.ts'
import type { CompliancePorts } from '../ports.ts'
import { listAccounted, listSent } from '../store/disclosures.ts'

/** The period that is asked for, on the clock of the organization. */
interface AskedAccounting {
  readonly zone: string
  readonly today: number
  readonly period: AccountingPeriod
}

interface AccountingQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly everything?: boolean | undefined
}

/** Throws `period_refused`, and what `actingFor` throws. Resolves when all that was recorded so far can be read. */
export const requireAccounting = async (
  context: ReadContext,
  { directory, settleAccesses }: Pick<CompliancePorts, 'directory' | 'settleAccesses'>,
  patientId: string,
  query: AccountingQuery,
): Promise<AskedAccounting> => {
  await directory.actingFor(context, patientId, 'record')
  const [{ zone }] = await Promise.all([
    directory.organization(context),
    directory.patientZone(context, patientId),
    settleAccesses(),
  ])
  const today = localTimeIn(zone)(context.now.getTime()).day
  return { zone, today, period: periodOf(query, today) }
}

export const startOf = (day: number, zone: string): Date =>
  new Date(Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).epochMilliseconds)

/** The same for everyone who may read it: staff print what the patient reads. */
export const makeAccounting = async (
  context: ReadContext,
  patientId: string,
  { zone, today, period }: AskedAccounting,
  { everything = false }: AccountingQuery,
): Promise<components['schemas']['DisclosureAccounting']> => {
  const id = requireUuid(patientId)
  const [sent, recorded] = await Promise.all([
    listSent(context.db, id, startOf(period.fromDay, zone), startOf(period.toDay + 1, zone), context.access.withheld),
    listAccounted(context, id, period, today),
  ])
  const local = localTimeIn(zone)
  return {
    patientId,
    from: dateOf(period.fromDay),
    to: dateOf(period.toDay),
    items: account({ sent, recorded }, { localDay: (at) => local(at).day, everything }),
  }
}
