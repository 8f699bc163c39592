import type { components } from '@visitkit/contract'
import type { PdfDocument } from '../../../platform/documents/pdf-document.ts'
import { filtersOf, type AccessReportQuery } from '../model/access-report.ts'
import { accessReportWords } from '../model/access-report-words.ts'

type Schemas = components['schemas']

const joined = (...parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ')

/** The report for printing. Its codes are those of the ledger, as in an export of it, so that both can be compared. */
export const accessReportDocument = (
  { items, nextCursor }: { readonly items: readonly Schemas['AccessReportRow'][]; readonly nextCursor: string | null },
  query: AccessReportQuery & { readonly language?: string | undefined },
  { brand, zone }: Pick<Schemas['Organization'], 'brand' | 'zone'>,
  now: Date,
): PdfDocument => {
  const { language, words } = accessReportWords(query.language ?? 'en')
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long', timeZone: zone })
  const time = (instant: string): string => format.format(new Date(instant))
  const { from, to, sort = 'at', order = 'descending' } = query
  const filters = filtersOf(query)
  const row = (one: Schemas['AccessReportRow']): string[] => [
    joined(time(one.at), one.sequence === undefined ? null : `#${one.sequence}`),
    joined(
      one.actor.displayName,
      one.actor.role,
      one.actor.kind,
      one.actor.id,
      one.onBehalfOf && `${words.onBehalfOf} ${one.onBehalfOf.displayName ?? one.onBehalfOf.practitionerId}`,
    ),
    joined(one.action, one.entity, one.entityId, one.patientId && `${words.patient} ${one.patientId}`),
    joined(one.outcome, one.refusal, one.reason, one.purpose),
    joined(
      ...[one.operation, one.application, one.clientId, one.sessionId, one.requestId, one.id],
      one.address && `${words.address} ${one.address}`,
      one.origin && `${words.origin} ${one.origin}`,
      one.query && `${words.query} ${one.query}`,
      one.consents.length > 0 && `${words.consents} ${one.consents.join(' ')}`,
    ),
  ]
  return {
    language,
    title: words.title,
    organization: { name: brand.name, accentColor: brand.accentColor },
    createdAt: now,
    pageLabel: words.pageLabel,
    addressee: { kind: 'no-patient' },
    blocks: [
      { kind: 'title', text: words.title },
      {
        kind: 'facts',
        rows: [
          { label: words.from, value: from === undefined ? words.beginning : time(from) },
          { label: words.to, value: time(to ?? now.toISOString()) },
          {
            label: words.only,
            value: filters.map(({ field, value }) => `${field} = ${value}`).join(', ') || words.all,
          },
          { label: words.sorted, value: `${sort}, ${words[order]}` },
          { label: words.made, value: time(now.toISOString()) },
          { label: words.rows, value: String(items.length) },
        ],
      },
      ...(nextCursor === null
        ? []
        : [{ kind: 'paragraph' as const, text: words.cut.replace('{count}', String(items.length)) }]),
      { kind: 'remark', text: words.codes },
      items.length === 0
        ? { kind: 'paragraph', text: words.none }
        : {
            kind: 'table',
            columns: [
              { heading: words.when, share: 3 },
              { heading: words.who, share: 4 },
              { heading: words.what, share: 4 },
              { heading: words.result, share: 3 },
              { heading: words.technical, share: 5 },
            ],
            rows: items.map(row),
          },
    ],
  }
}
