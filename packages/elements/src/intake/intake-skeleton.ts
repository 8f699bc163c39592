import { html, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { intakeEn } from './intake.en.ts'

/** While the questions load. */
export const intakeSkeleton = (t: Translate<typeof intakeEn>): TemplateResult =>
  html`<div class="card pad stack" aria-busy="true">
    <p class="visually-hidden" role="status">${t('loading')}</p>
    <span class="skeleton short"></span><span class="skeleton title half"></span><span class="skeleton target"></span>
    <span class="skeleton target"></span>
  </div>`
