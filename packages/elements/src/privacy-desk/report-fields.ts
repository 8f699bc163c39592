import type { AccessReportField, AccessReportRow } from '@visitkit/sdk'
import type { AuditLogTranslate } from '../audit-log/access-text.ts'
import { auditLogEn } from '../audit-log/audit-log.en.ts'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { accessReportEn } from './access-report.en.ts'

type AccessReportTranslate = Translate<typeof accessReportEn>
/** The time is asked for as a period. */
export type FilteredField = Exclude<AccessReportField, 'at'>

export interface ReportTexts {
  readonly t: AccessReportTranslate
  /** The words of the patient's own list of accesses. */
  readonly log: AuditLogTranslate
  readonly format: Formatter
}

const keysOf = (texts: Readonly<Record<string, unknown>>, prefix: string): readonly string[] =>
  Object.keys(texts).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))

export const reportFields = keysOf(accessReportEn, 'field_') as readonly AccessReportField[]
export const filteredFields = reportFields.filter((field): field is FilteredField => field !== 'at')

/** The fields with a closed list of codes: from which texts, and with which prefix. */
const coded: Partial<Record<AccessReportField, readonly ['own' | 'log', string]>> = {
  action: ['own', 'action_'],
  outcome: ['own', 'outcome_'],
  actorKind: ['own', 'kind_'],
  entity: ['log', 'thing_'],
  reason: ['log', 'reason_'],
  purpose: ['log', 'purpose_'],
  actorRole: ['log', 'role_'],
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A recorded value, in words where it is a code. */
export const valueText = ({ t, log }: ReportTexts, field: AccessReportField, value: string): string => {
  const [texts, prefix] = coded[field] ?? []
  if (texts === undefined || prefix === undefined) return value
  return upperFirst(
    texts === 'own' ? t(`${prefix}${value}` as 'outcome_done') : log(`${prefix}${value}` as 'thing_Access'),
  )
}

/** What can be chosen, in the order of the language; null for a field whose value is typed. */
export const choicesOf = (texts: ReportTexts, field: FilteredField): readonly (readonly [string, string])[] | null => {
  const [from, prefix] = coded[field] ?? []
  if (from === undefined || prefix === undefined) return null
  return keysOf(from === 'own' ? accessReportEn : auditLogEn, prefix)
    .map((code) => [code, valueText(texts, field, code)] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other, texts.format.tag))
}

/** What a row has in a field: nothing, one value, or each consent. */
export const recordedValues = (row: AccessReportRow, field: AccessReportField): readonly string[] => {
  if (field === 'consents') return row.consents
  const value = recordedValue(row, field)
  return value === null ? [] : [value]
}

const recordedValue = (row: AccessReportRow, field: Exclude<AccessReportField, 'consents'>): string | null => {
  const { actor } = row
  if (field === 'actorKind') return actor.kind
  if (field === 'actorId') return actor.id
  if (field === 'actorRole') return actor.role
  if (field === 'onBehalfOf') return row.onBehalfOf?.practitionerId ?? null
  return row[field]
}
