import { html, nothing, type TemplateResult } from 'lit'
import type { Appeal, AppealAnswer, Claim, ClaimWork, WriteOff } from '@visitkit/sdk'
import { dayKey, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { daysUntil, formatPlainDate } from './claim-states.ts'
import type { claimWorkEn } from './claim-work.en.ts'
import { explainReason, remedyToAsk, type DenialWords } from './denial-remedies.ts'

export type WorkTranslate = Translate<typeof claimWorkEn>

export interface WorkTexts {
  readonly t: WorkTranslate
  readonly words: DenialWords
  readonly format: Formatter
  readonly level: number
}

/** Each unpaid amount: who bears it, why, and what to do. Nothing for a claim that the payer has not refused, not even in part. */
export const whyUnpaid = ({ t, words, format, level }: WorkTexts, claim: Claim): TemplateResult | typeof nothing => {
  if (claim.state !== 'denied' && claim.state !== 'partially-paid') return nothing
  const unpaid = claim.lines.flatMap(({ number, adjustments }) => adjustments.map((one) => ({ ...one, number })))
  return html`<section class="part" aria-labelledby="why-heading">
    <h3 id="why-heading" aria-level=${level + 1}>${t('whyHeading')}</h3>
    ${unpaid.length === 0 ? html`<p>${t('whyNone')}</p>` : nothing}
    <ul class="findings">
      ${unpaid.map(({ number, group, reason, amountCents }) => {
        const known = explainReason(words, reason)
        const code = html`<code dir="ltr">${group} ${reason}</code>`
        return html`<li class="line-fields tight">
          <p><b>${t('whyLine', { amount: format.money(amountCents), number: format.number(number) })}</b></p>
          <p>${known ? known.meaning : t.rich('reasonUnknown', { code })} ${words(`group_${group}`)}</p>
          <p><b>${t('whatToDo')}:</b> ${known?.remedy ?? remedyToAsk(words)}</p>
          ${known ? html`<p class="small muted">${t.rich('whySource', { code })}</p>` : nothing}
        </li>`
      })}
    </ul>
  </section>`
}

const dueChip = ({ t, format }: WorkTexts, dueOn: string): TemplateResult => {
  const days = daysUntil(dueOn, dayKey(new Date().toISOString(), format.zone))
  return days < 0
    ? html`<span class="chip bad">${t('overdue')}</span>`
    : html`<span class="chip ${days <= 14 ? 'warn' : 'none'}">${t('daysLeft', { count: days })}</span>`
}

/** What is open, and until when an appeal can arrive. */
export const whatIsOpen = (texts: WorkTexts, { openCents, appealBy }: ClaimWork): TemplateResult => {
  const { t, format } = texts
  return html`<p class="chips">
    <span>${openCents > 0 ? t('openNow', { amount: format.money(openCents) }) : t('nothingOpen')}</span>
    ${
      appealBy && openCents > 0
        ? html`<span class="muted">${t('appealBy', { date: formatPlainDate(format, appealBy) })}</span>
            ${dueChip(texts, appealBy)}`
        : nothing
    }
  </p>`
}

const answers = ['granted', 'partly', 'refused'] as const satisfies readonly AppealAnswer[]

export const appealsPart = (
  texts: WorkTexts,
  appeals: readonly Appeal[],
  on: { readonly sent: (appeal: Appeal) => void; readonly answered: (appeal: Appeal, answer: AppealAnswer) => void },
): TemplateResult | typeof nothing => {
  const { t, format, level } = texts
  const date = (at: string): string => format.date(at)
  if (appeals.length === 0) return nothing
  return html`<section class="part" aria-labelledby="appeals-heading">
    <h3 id="appeals-heading" tabindex="-1" aria-level=${level + 1}>${t('appealsHeading')}</h3>
    <ul class="history plain">
      ${appeals.map(
        (appeal) =>
          html`<li class="tight">
            <p class="chips">
              <b>${appeal.answer ? t(`answer_${appeal.answer}`) : t(`appeal_${appeal.state}`)}</b>
              ${appeal.state === 'draft' ? dueChip(texts, appeal.dueOn) : nothing}
            </p>
            <p class="text" dir="auto">${appeal.text}</p>
            <p class="small muted">
              ${t('appealLine', { name: appeal.by, date: formatPlainDate(format, appeal.dueOn) })}
              ${appeal.note ? t('appealNote', { version: format.number(appeal.note.version) }) : nothing}
              ${appeal.sentAt ? t('sentOn', { date: date(appeal.sentAt) }) : nothing}
              ${appeal.answeredAt ? t('answeredOn', { date: date(appeal.answeredAt) }) : nothing}
            </p>
            ${
              appeal.state === 'draft'
                ? html`<div>
                    <button class="btn small" id="appeal-sent" type="button" @click=${() => on.sent(appeal)}>
                      ${t('markSent')}
                    </button>
                  </div>`
                : nothing
            }
            ${
              appeal.state === 'sent'
                ? html`<div class="row wrap" role="group" aria-label=${t('howAnswered')}>
                    <span>${t('howAnswered')}</span>
                    ${answers.map(
                      (answer) =>
                        html`<button class="btn small" type="button" @click=${() => on.answered(appeal, answer)}>
                          ${t(`answer_${answer}`)}
                        </button>`,
                    )}
                  </div>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </section>`
}

export interface WriteOffEvents {
  readonly decide: (writeOff: WriteOff, approved: boolean) => void
  readonly undo: (writeOff: WriteOff) => void
}

const writeOffActions = (t: WorkTranslate, one: WriteOff, on: WriteOffEvents): TemplateResult | typeof nothing => {
  if (one.state === 'approved')
    return html`<div>
      <button class="btn small quiet" type="button" @click=${() => on.undo(one)}>${t('undo')}</button>
    </div>`
  if (one.state !== 'asked') return nothing
  const refuse = html`<button class="btn small" type="button" @click=${() => on.decide(one, false)}>
    ${t('refuse')}
  </button>`
  return one.isOwn
    ? html`<p class="small">${t('ownWriteOff')}</p>
        <div>${refuse}</div>`
    : html`<div class="row wrap">
        <button class="btn small primary" type="button" @click=${() => on.decide(one, true)}>${t('approve')}</button>
        ${refuse}
      </div>`
}

/** One write-off with what the reader can do about it. */
export const writeOffItem = ({ t, format }: WorkTexts, one: WriteOff, on: WriteOffEvents): TemplateResult =>
  html`<p class="chips">
      <b>${t(`off_${one.state}`)}</b>
      <span class="small muted"><time datetime=${one.askedAt}>${format.moment(one.askedAt)}</time></span>
    </p>
    <p>
      ${t('writeOffLine', { amount: format.money(one.amountCents), reason: t(`reasonOff_${one.reason}`), name: one.askedBy })}
      ${one.decidedBy ? t('writeOffDecided', { name: one.decidedBy }) : nothing}
    </p>
    ${one.comment ? html`<p class="text" dir="auto">${one.comment}</p>` : nothing} ${writeOffActions(t, one, on)}`

export const writeOffsPart = (
  texts: WorkTexts,
  writeOffs: readonly WriteOff[],
  on: WriteOffEvents,
): TemplateResult | typeof nothing =>
  writeOffs.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby="offs-heading">
        <h3 id="offs-heading" tabindex="-1" aria-level=${texts.level + 1}>${texts.t('writeOffsHeading')}</h3>
        <ul class="history plain">
          ${writeOffs.map((one) => html`<li class="tight">${writeOffItem(texts, one, on)}</li>`)}
        </ul>
      </section>`

/** Notes, the newest first, and the field for another one. `earlier` was written before notes were kept apart. */
export const notesPart = (
  { t, format, level }: WorkTexts,
  { notes }: ClaimWork,
  earlier: string | undefined,
  form: unknown,
): TemplateResult =>
  html`<section class="part" aria-labelledby="notes-heading">
    <h3 id="notes-heading" tabindex="-1" aria-level=${level + 1}>${t('notesHeading')}</h3>
    <p class="hint">${t('notesHint')}</p>
    ${form} ${notes.length === 0 && !earlier ? html`<p class="muted">${t('notesNone')}</p>` : nothing}
    <ul class="history plain">
      ${notes.map(
        ({ text, by, at }) =>
          html`<li class="tight">
            <p class="text" dir="auto">${text}</p>
            <p class="small muted">${t('noteLine', { name: by, time: format.momentWithYear(at) })}</p>
          </li>`,
      )}
      ${
        earlier
          ? html`<li class="tight">
              <p class="text" dir="auto">${earlier}</p>
              <p class="small muted">${t('earlierNote')}</p>
            </li>`
          : nothing
      }
    </ul>
  </section>`
