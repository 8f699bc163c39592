import { html, nothing, type TemplateResult } from 'lit'
import type { Access } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { phoneLink } from '../core/phone-link.ts'
import type { AccessGroup } from './group-accesses.ts'
import { actorText, groupText, stepText, contextText, type AuditLogTranslate } from './access-text.ts'

interface AccessEntryView {
  readonly t: AuditLogTranslate
  readonly format: Formatter
  readonly level: number
  readonly group: AccessGroup
  /** Accesses of the reader. They cannot be questioned. */
  readonly own: boolean
  /** Whether the contact for questions is shown. */
  readonly isContactShown: boolean
  /** The telephone number for questions; empty or undefined when it is not known. */
  readonly phone: string | undefined
  /** For a person who may ask: that they did, and the form. */
  readonly chip: unknown
  readonly form: unknown
  readonly onToggleContact: () => void
}

const stepList = (t: AuditLogTranslate, format: Formatter, steps: readonly Access[]): TemplateResult =>
  html`<details>
    <summary class="small">${t('steps', { count: steps.length })}</summary>
    <ol class="small num">
      ${steps.map(
        (step) =>
          html`<li>
            <time class="muted" datetime=${step.at}>${format.time(step.at)}</time><span>${stepText(t, step)}</span>
          </li>`,
      )}
    </ol>
  </details>`

const contactInstructions = (t: AuditLogTranslate, phone: string | undefined, code: string): TemplateResult => {
  const id = html`<b class="num">${code}</b>`
  return html`<p class="note" role="status">
    ${phone ? t.rich('askHow', { phone: phoneLink(phone), id }) : t.rich('askHowPlain', { id })}
  </p>`
}

/** The accesses of one person in one session with the reason; expands to each step and a way to question it. */
export const accessEntry = ({
  t,
  format,
  level,
  group,
  own,
  isContactShown,
  phone,
  chip,
  form,
  onToggleContact,
}: AccessEntryView): TemplateResult => {
  const { steps, purpose } = group
  const [newest] = steps
  const when = format.recently(newest?.at ?? '', new Date().toISOString())
  const who = actorText(t, group, own)
  const reviews = [...new Set(steps.flatMap(({ review }) => review ?? []))]
  return html`<li>
    <div class="row between entry">
      <div class="tight grow">
        <h4 aria-level=${level}>
          ${who}
          ${purpose === 'BTG' || purpose === 'ETREAT' ? html` <span class="chip warn">${t('emergency')}</span>` : nothing}
          ${steps.some(({ firstAccess }) => firstAccess) ? html` <span class="chip">${t('firstTime')}</span>` : nothing}
          ${group.outcome === 'refused' ? html` <span class="chip bad">${t('refused')}</span>` : nothing}${chip ?? nothing}
        </h4>
        <p class="small">${groupText(t, format, group)}</p>
        <p class="small muted num"><time datetime=${newest?.at ?? ''}>${contextText(t, when, group)}</time></p>
        ${reviews.map((review) => html`<p class="small"><b>${t(`review_${review}`)}</b></p>`)}
        ${steps.length > 1 ? stepList(t, format, steps) : nothing}
      </div>
      ${
        own
          ? nothing
          : html`<button
              class="btn quiet small"
              type="button"
              aria-expanded=${isContactShown}
              aria-label=${t('askAbout', { name: who, when })}
              @click=${onToggleContact}
            >
              ${t('ask')}
            </button>`
      }
    </div>
    ${isContactShown ? (form ?? contactInstructions(t, phone, group.id)) : nothing}
  </li>`
}
