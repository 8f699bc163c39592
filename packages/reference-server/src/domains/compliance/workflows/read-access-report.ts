import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { pageOf, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { AccessReportQuery } from '../model/access-report.ts'
import type { CompliancePorts } from '../ports.ts'
import { listReportRows } from '../store/access-report.ts'
import { openAddresses } from './open-addresses.ts'
import { readReviewedAccesses } from './read-reviewed-accesses.ts'

interface AccessReport {
  readonly items: components['schemas']['AccessReportRow'][]
  readonly nextCursor: string | null
}

/**
 * A role that is limited to its own work reads only its own accesses, and no one what was done with a case about themselves. Resolves when everything recorded so far can be
 * read.
 */
export const readAccessReport = async (
  query: AccessReportQuery,
  page: PageCursor,
  context: ReadContext,
  ports: CompliancePorts,
): Promise<AccessReport> => {
  const { access, caller, db } = context
  if (access.reach === 'own' && query.actorId !== caller.personId) throw notFound('another_actor')
  await ports.settleAccesses()
  const { items, nextCursor } = pageOf(await listReportRows(db, query, personUuidOf(caller), page), page)
  const rows = new Map(items.map((row) => [row.id, row]))
  const addressOf = openAddresses(context)
  const accesses = await readReviewedAccesses(items, context, ports)
  const addresses = new Map(await Promise.all(items.map(async (row) => [row.id, await addressOf(row)] as const)))
  return {
    items: accesses.flatMap((one) => {
      const row = rows.get(one.id)
      if (row === undefined) return []
      const { operation, requestId, entityId, refusal, sessionId, clientId, origin, query: asked } = row
      const address = addresses.get(one.id) ?? null
      return [
        {
          ...{ ...one, operation, requestId, entityId, refusal, sessionId, clientId, origin, query: asked },
          ...(address !== null && { address }),
          consents: row.consents?.split(' ') ?? [],
        },
      ]
    }),
    nextCursor,
  }
}
