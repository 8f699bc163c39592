import { html, nothing, type TemplateResult } from 'lit'
import type { AccessCase, AccessCaseReport } from '@visitkit/sdk'
import { stepText, contextText, type AuditLogTranslate } from '../audit-log/access-text.ts'
import { groupAccesses } from '../audit-log/group-accesses.ts'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { casesEn } from './cases.en.ts'

export type CasesTranslate = Translate<typeof casesEn>

interface CaseTexts {
  readonly t: CasesTranslate
  /** The words of the patient's own list of accesses. */
  readonly log: AuditLogTranslate
  readonly format: Formatter
}

/** A day that has no zone. */
export const dayText = (format: Formatter, day: string): string => format.at('UTC').date(`${day}T12:00:00Z`)

/** Minutes since midnight, as a time of day. */
const minuteText = (format: Formatter, minute: number): string =>
  format.time(new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(), 'UTC')

/** One reason as a sentence. */
export const reasonText = (
  t: CasesTranslate,
  format: Formatter,
  { code, accesses, patients, firstMinute, value }: AccessCase['reasons'][number],
): string =>
  t(`reason_${code}`, {
    accesses: format.number(accesses),
    patients: format.number(patients),
    time: minuteText(format, firstMinute ?? 0),
    value: format.number(Math.round((value ?? 0) * 10) / 10),
  })

/** Why the case was opened, who works on it, and what was found. */
export const caseFacts = ({ t, format }: CaseTexts, one: AccessCase): TemplateResult => {
  const { reasons, score, assignedTo, disposition, status } = one
  return html`<dl class="facts">
    <dt>${t('why')}</dt>
    <dd>
      <ul class="plain tight">
        ${reasons.map((reason) => html`<li>${reasonText(t, format, reason)}</li>`)}
      </ul>
    </dd>
    ${
      score > 0
        ? html`<dt>${t('score')}</dt>
            <dd class="num">${format.number(score)}</dd>`
        : nothing
    }
    <dt>${t('assigned')}</dt>
    <dd><bdi>${assignedTo ? (assignedTo.displayName ?? t('formerColleague')) : t('nobody')}</bdi></dd>
    ${
      disposition
        ? html`<dt>${t('found')}</dt>
            <dd>
              <b>${t(`disposition_${disposition}`)}</b>
              ${status === 'closed' ? nothing : html`<p class="small muted">${t('staysOpen')}</p>`}
            </dd>`
        : nothing
    }
  </dl>`
}

/** The accesses behind a case, with the patients, and what was written. */
export const caseAccesses = (
  { t, log, format }: CaseTexts,
  report: AccessCaseReport,
  level: number,
): TemplateResult => {
  const names = new Map(report.patients.map(({ id, displayName }) => [id, displayName]))
  return html`<div class="tight">
    ${report.note ? html`<p class="note text" dir="auto">${report.note}</p>` : nothing}
    <h5 aria-level=${level}>${t('shown')}</h5>
    <ol class="plain tight">
      ${report.accesses.map((access) => {
        const [group] = groupAccesses([access])
        return html`<li class="tight">
          <b dir="auto">${names.get(access.patientId ?? '') ?? t('unknownPatient')}</b>
          <p class="small">${stepText(log, access)}</p>
          <p class="small muted num">${group ? contextText(log, format.moment(access.at), group) : nothing}</p>
        </li>`
      })}
    </ol>
  </div>`
}
