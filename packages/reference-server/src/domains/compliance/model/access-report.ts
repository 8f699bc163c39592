import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'

type Schemas = components['schemas']
type AccessReportField = Schemas['AccessReportField']

/** The column of the ledger that has each field of the report. Every recorded field is here; the organization is the reader's own. */
export const reportColumns = {
  at: 'id',
  id: 'id',
  action: 'action',
  entity: 'entity',
  entityId: 'entity_id',
  patientId: 'patient_id',
  outcome: 'outcome',
  refusal: 'refusal',
  reason: 'because',
  purpose: 'purpose',
  actorKind: 'actor_kind',
  actorId: 'actor_id',
  actorRole: 'actor_role',
  onBehalfOf: 'on_behalf_of',
  operation: 'operation',
  requestId: 'request_id',
  sessionId: 'session_id',
  clientId: 'client_id',
  origin: 'origin',
  consents: 'consents',
  query: 'query',
} as const satisfies Readonly<Record<AccessReportField, string>>

/** What the report may be asked for. */
export interface AccessReportQuery extends Readonly<
  Partial<Record<Exclude<AccessReportField, 'at'>, string | undefined>>
> {
  /** RFC 3339, inclusive. */
  readonly from?: string | undefined
  /** RFC 3339, exclusive. */
  readonly to?: string | undefined
  readonly sort?: AccessReportField | undefined
  readonly order?: 'ascending' | 'descending' | undefined
}

/** How one field is compared: with a value, or with every code that this version knows. */
export interface ReportFilter {
  readonly field: Exclude<AccessReportField, 'at'>
  readonly value: string
  /** The codes that a row must not have, when unlisted ones are asked for. */
  readonly except?: readonly string[]
}

const listed = {
  entity: { unlisted: 'Unlisted', codes: vocabularies.AuditedEntity },
  reason: { unlisted: 'unlisted', codes: vocabularies.AccessReason },
  actorRole: { unlisted: 'unlisted', codes: vocabularies.ActorRole },
} as const

/** The filters of a query, in the order of the fields. */
export const filtersOf = (query: AccessReportQuery): readonly ReportFilter[] =>
  (Object.keys(reportColumns) as AccessReportField[]).flatMap((field): readonly ReportFilter[] => {
    if (field === 'at') return []
    const value = query[field]
    if (value === undefined) return []
    const { unlisted, codes } = field in listed ? listed[field as keyof typeof listed] : { unlisted: '', codes: [] }
    return value === unlisted
      ? [{ field, value, except: codes.filter((code) => code !== unlisted) }]
      : [{ field, value }]
  })
