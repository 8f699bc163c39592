import { html, nothing, type TemplateResult } from 'lit'
import type { Claim, ClaimWork, WriteOffReason } from '@visitkit/sdk'
import type { WorkTexts, WorkTranslate } from './claim-work-views.ts'

export type WorkForm = 'appeal' | 'write-off' | 'task'

/** Those to whom the desk gives tasks. */
export const taskRoles = ['biller', 'front-desk', 'nurse', 'practitioner'] as const
const reasons = [
  'filing-too-late',
  'not-covered',
  'authorization-missing',
  'appeal-refused',
  'small-amount',
  'other',
] as const satisfies readonly WriteOffReason[]

export interface FormView {
  readonly busy: boolean
  /** The person submitted without the text that is needed. */
  readonly showsFault: boolean
  readonly problem: unknown
  /** For the field of the text: keeps what is typed until it is sent. */
  readonly kept: unknown
  readonly onInput: (event: Event) => void
  readonly onSubmit: (values: FormData) => void
  readonly onCancel: () => void
}

const needed = (t: WorkTranslate, { showsFault }: FormView, id: string): TemplateResult | typeof nothing =>
  showsFault ? html`<p class="error" id="${id}-error">${t('needed')}</p>` : nothing

const form = (t: WorkTranslate, view: FormView, submit: string, fields: TemplateResult): TemplateResult =>
  html`<form
    class="stack line-fields"
    id="work-form"
    novalidate
    @input=${view.onInput}
    @submit=${(event: Event) => {
      event.preventDefault()
      view.onSubmit(new FormData(event.currentTarget as HTMLFormElement))
    }}
  >
    ${fields} ${view.problem ?? nothing}
    <div class="row wrap">
      <button class="btn small primary" aria-disabled=${view.busy ? 'true' : nothing}>${submit}</button>
      <button class="btn small quiet" type="button" @click=${view.onCancel}>${t('cancel')}</button>
    </div>
  </form>`

const appealForm = ({ t }: WorkTexts, { appealBy }: ClaimWork, view: FormView): TemplateResult =>
  form(
    t,
    view,
    t('appealSave'),
    html`<div class="field">
        <label for="work-text">${t('appealText')}</label>
        <p class="hint" id="work-text-hint">${t('appealTextHint')}</p>
        ${needed(t, view, 'work-text')}
        <textarea
          id="work-text"
          name="text"
          ${view.kept}
          rows="6"
          maxlength="8000"
          dir="auto"
          aria-describedby=${view.showsFault ? 'work-text-hint work-text-error' : 'work-text-hint'}
          aria-invalid=${view.showsFault ? 'true' : nothing}
        ></textarea>
      </div>
      <div class="field narrow">
        <label for="work-due">${t('appealDue')}</label>
        <input id="work-due" name="due" type="date" required value=${appealBy ?? ''} />
      </div>
      <label class="choice"><input type="checkbox" name="note" checked /> ${t('attachNote')}</label>`,
  )

const writeOffForm = ({ t, format }: WorkTexts, { openCents }: ClaimWork, view: FormView): TemplateResult =>
  form(
    t,
    view,
    t('writeOffAsk'),
    html`<p>${t('writeOffText', { amount: format.money(openCents) })}</p>
      <div class="field narrow">
        <label for="work-reason">${t('writeOffReason')}</label>
        <select id="work-reason" name="reason">
          ${reasons.map((reason) => html`<option value=${reason}>${t(`reasonOff_${reason}`)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="work-text">${t('writeOffComment')}</label>
        <textarea ${view.kept} id="work-text" name="text" rows="2" maxlength="1000" dir="auto"></textarea>
      </div>`,
  )

/** What a new task is called, until the person writes it. */
export const taskTitle = (t: WorkTranslate, { number }: Claim): string => t('taskStart', { number })

const taskForm = ({ t }: WorkTexts, claim: Claim, view: FormView): TemplateResult =>
  form(
    t,
    view,
    t('taskAdd'),
    html`<div class="field">
        <label for="work-text">${t('taskTitle')}</label>
        ${needed(t, view, 'work-text')}
        <input
          id="work-text"
          name="text"
          ${view.kept}
          maxlength="300"
          dir="auto"
          value=${taskTitle(t, claim)}
          aria-describedby=${view.showsFault ? 'work-text-error' : nothing}
          aria-invalid=${view.showsFault ? 'true' : nothing}
        />
      </div>
      <div class="field narrow">
        <label for="work-role">${t('taskFor')}</label>
        <select id="work-role" name="role">
          ${taskRoles.map((role) => html`<option value=${role}>${t(`role_${role}`)}</option>`)}
        </select>
      </div>`,
  )

export const workForm = (
  texts: WorkTexts,
  kind: WorkForm,
  claim: Claim,
  work: ClaimWork,
  view: FormView,
): TemplateResult =>
  kind === 'appeal'
    ? appealForm(texts, work, view)
    : kind === 'write-off'
      ? writeOffForm(texts, work, view)
      : taskForm(texts, claim, view)

export const noteForm = (t: WorkTranslate, view: Omit<FormView, 'onCancel'>): TemplateResult =>
  html`<form
    class="stack"
    id="note-form"
    @input=${view.onInput}
    @submit=${(event: Event) => {
      event.preventDefault()
      view.onSubmit(new FormData(event.currentTarget as HTMLFormElement))
    }}
  >
    <div class="field">
      <label for="note">${t('noteText')}</label>
      ${view.showsFault ? html`<p class="error" id="note-error">${t('needed')}</p>` : nothing}
      <textarea
        id="note"
        name="text"
        ${view.kept}
        rows="2"
        maxlength="2000"
        dir="auto"
        aria-describedby=${view.showsFault ? 'note-error' : nothing}
        aria-invalid=${view.showsFault ? 'true' : nothing}
      ></textarea>
    </div>
    ${view.problem ?? nothing}
    <div><button class="btn small" aria-disabled=${view.busy ? 'true' : nothing}>${t('noteSave')}</button></div>
  </form>`
