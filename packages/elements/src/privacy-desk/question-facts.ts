import { html, nothing, type TemplateResult } from 'lit'
import type { AccessQuestion } from '@visitkit/sdk'
import { actorText, contextText, groupText, type AuditLogTranslate } from '../audit-log/access-text.ts'
import { groupAccesses } from '../audit-log/group-accesses.ts'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { questionsEn } from './questions.en.ts'

export type QuestionsTranslate = Translate<typeof questionsEn>

interface FactTexts {
  readonly t: QuestionsTranslate
  /** The words of the patient's own list of accesses. */
  readonly log: AuditLogTranslate
  readonly format: Formatter
}

const accessFacts = ({ t, log, format }: FactTexts, { access, explanation }: AccessQuestion): TemplateResult => {
  const [group] = access ? groupAccesses([access]) : []
  if (!access || !group)
    return html`<dt>${t('access')}</dt>
      <dd>${t('accessGone')}</dd>`
  return html`<dt>${t('access')}</dt>
    <dd>
      <bdi>${actorText(log, access, false)}</bdi>
      <p class="small muted num">${contextText(log, format.moment(access.at), group)}</p>
    </dd>
    <dt>${t('patientReads')}</dt>
    <dd>${groupText(log, format, group)}</dd>
    ${
      explanation
        ? html`<dt>${t('explained')}</dt>
            <dd><b>${t(`explanation_${explanation}`)}</b></dd>`
        : nothing
    }`
}

/** The access, what explains it, why the patient asks, and who works on it. */
export const questionFacts = (texts: FactTexts, question: AccessQuestion): TemplateResult => {
  const { t, format } = texts
  const { askedAt, reason, text, assignedTo } = question
  return html`<dl class="facts">
    ${accessFacts(texts, question)}
    <dt>${t('why')}</dt>
    <dd>${t(`reason_${reason}`)} ${text ? html`<p class="text" dir="auto">${text}</p>` : nothing}</dd>
    <dt>${t('asked')}</dt>
    <dd class="num">${format.moment(askedAt)}</dd>
    <dt>${t('assigned')}</dt>
    <dd><bdi>${assignedTo ? (assignedTo.displayName ?? t('formerColleague')) : t('nobody')}</bdi></dd>
  </dl>`
}
