import { html, nothing, type TemplateResult } from 'lit'
import type { Disclosure } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { dayText } from './case-facts.ts'
import type { DisclosuresTranslate } from './disclosure-form.ts'

type Told = Pick<Disclosure, 'on' | 'purpose' | 'recipient' | 'what'>

const told = (t: DisclosuresTranslate, format: Formatter, { on, purpose, recipient, what }: Told): TemplateResult =>
  html`<div class="tight">
    <b dir="auto">${recipient.name}</b>
    ${recipient.address ? html`<p class="small text" dir="auto">${recipient.address}</p>` : nothing}
    <p class="small">${format.list([dayText(format, on), t(`purpose_${purpose}`)])}</p>
    <p class="text" dir="auto">${what}</p>
  </div>`

/** What was recorded, who did, whether the patient reads it, and what it said before. */
export const disclosureFacts = (t: DisclosuresTranslate, format: Formatter, one: Disclosure): TemplateResult => {
  const { suspension, corrections } = one
  const nameOf = (name: string | null): string => name ?? t('formerColleague')
  const isHeld = suspension !== undefined && suspension.until >= format.today
  return html`${told(t, format, one)}
    <div class="row wrap" ?hidden=${!one.isInError && !isHeld && one.isCounted}>
      ${one.isInError ? html`<span class="chip">${t('isInError')}</span>` : nothing}
      ${isHeld ? html`<span class="chip">${t('heldUntil', { date: dayText(format, suspension.until) })}</span>` : nothing}
      ${one.isCounted ? nothing : html`<span class="chip">${t('notCounted')}</span>`}
    </div>
    ${
      suspension
        ? html`<p class="small" dir="auto">
            ${t('heldBecause', {
              official: suspension.official,
              how: t(`how_${suspension.statement}`),
              name: nameOf(suspension.by),
              date: format.date(suspension.at),
            })}
          </p>`
        : nothing
    }
    <p class="small muted">${t('recordedBy', { name: nameOf(one.recordedBy), date: format.date(one.recordedAt) })}</p>
    ${
      corrections.length === 0
        ? nothing
        : html`<details>
            <summary>${t('before', { count: corrections.length })}</summary>
            <ol class="plain tight">
              ${corrections.map(
                (before) =>
                  html`<li class="tight">
                    <p class="small muted" dir="auto">
                      ${t('changedBy', {
                        name: nameOf(before.by),
                        date: format.date(before.at),
                        reason: before.reason,
                      })}
                    </p>
                    ${told(t, format, before)}
                    ${before.isInError ? html`<span class="chip">${t('isInError')}</span>` : nothing}
                  </li>`,
              )}
            </ol>
          </details>`
    }`
}
