import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Questionnaire } from '@visitkit/sdk'
import type { DraftState } from '../core/draft-saving.ts'
import { localized } from '../core/format.ts'
import type { progressOf, Page } from './split-into-pages.ts'
import { questionView, type QuestionView } from './question.ts'

export interface QuestionPageView extends Omit<QuestionView, 'item'> {
  readonly questionnaire: Questionnaire
  readonly page: Page
  readonly progress: ReturnType<typeof progressOf>
  readonly isFirst: boolean
  readonly draft: DraftState
  /** Why the draft was refused. */
  readonly problem: unknown
  readonly onNext: () => void
  /** Null on the first page. */
  readonly onBack: (() => void) | null
}

const saveState: Readonly<Partial<Record<DraftState, 'saving' | 'saved' | 'notSaved'>>> = {
  saving: 'saving',
  saved: 'saved',
  unsaved: 'notSaved',
}

/** One question, the progress, and the save state. A saved state is only shown; an unsaved one is announced elsewhere. */
export const questionPage = (view: QuestionPageView): TemplateResult => {
  const { t, tag, questionnaire, page, progress, isFirst, draft, onBack } = view
  const saved = saveState[draft]
  const submit = (event: Event): void => {
    event.preventDefault()
    view.onNext()
  }
  return html`<form class="card pad stack" novalidate @submit=${submit}>
    <div class="tight">
      <p class="small muted num">${t('progress', progress)}</p>
      <progress aria-hidden="true" value=${progress.at} max=${progress.of}></progress>
    </div>
    ${
      isFirst && questionnaire.introduction
        ? html`<p class="muted" dir="auto">${localized(questionnaire.introduction, tag)}</p>`
        : nothing
    }
    ${page.above.map(({ text }) => html`<p class="muted" dir="auto">${localized(text, tag)}</p>`)}
    ${keyed(page.item.linkId, questionView({ ...view, item: page.item }))} ${view.problem}
    <div class="row wrap between">
      <div class="row">
        <button class="btn primary">${t('next')}</button>
        ${onBack ? html`<button class="btn quiet" type="button" @click=${onBack}>${t('back')}</button>` : nothing}
      </div>
      <p class="small muted">${saved ? t(saved) : nothing}</p>
    </div>
    ${questionnaire.copyright ? html`<p class="small muted">${questionnaire.copyright}</p>` : nothing}
  </form>`
}
