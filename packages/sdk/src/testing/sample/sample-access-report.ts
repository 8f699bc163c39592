import type { AccessReportField, AccessReportRow } from '../../generated/models.ts'
import type { SampleDomain } from './sample-domain.ts'
import { page } from './sample-state.ts'

const valueOf = (row: AccessReportRow, field: AccessReportField): string =>
  ({
    ...row,
    ...{ actorKind: row.actor.kind, actorId: row.actor.id, actorRole: row.actor.role },
    ...{ onBehalfOf: row.onBehalfOf?.practitionerId ?? null, consents: row.consents.join(' ') },
  })[field] ?? ''

/** The ledger of the sample world, filtered and sorted by every field. */
export const accessReportSample: SampleDomain = ({ state }) => {
  const rows = (): AccessReportRow[] =>
    state.accesses.map((access, place) => ({
      ...access,
      ...{ operation: `${access.action}${access.entity}`, requestId: `request-${place}`, entityId: access.patientId },
      ...{ refusal: access.outcome === 'refused' ? 'not_found' : null, sessionId: `session-${access.actor.id}` },
      clientId: 'sample-portal',
      ...(access.actor.kind === 'system'
        ? { origin: null }
        : { origin: `net${place % 2}`, address: `203.0.113.${7 + (place % 2)}` }),
      consents: access.entity === 'Visit' ? ['consent-telehealth'] : [],
      query: access.action === 'search' ? `GET /v1/appointments?status=booked` : null,
    }))
  return () => ({
    listAccessReport: ({ query: { from, to, sort = 'at', order, cursor, limit, ...filters } }) => {
      const found = rows()
        .filter(({ at }) => (!from || at >= from) && (!to || at < to))
        .filter((row) =>
          Object.entries(filters).every(([field, value]) => valueOf(row, field as AccessReportField) === value),
        )
        .toSorted((one, other) => (valueOf(one, sort) < valueOf(other, sort) ? -1 : 1))
      return page(order === 'ascending' ? found : found.toReversed(), {
        ...(cursor !== undefined && { cursor }),
        ...(limit !== undefined && { limit }),
      })
    },
    getAccessReportPdf: () => new Blob(['%PDF-1.7'], { type: 'application/pdf' }),
  })
}
