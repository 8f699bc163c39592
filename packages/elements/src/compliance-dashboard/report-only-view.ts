import { html, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { complianceDashboardEn } from './compliance-dashboard.en.ts'

/** For a person without any of the pages: a patient, or a service. */
export const reportOnlyView = (t: Translate<typeof complianceDashboardEn>): TemplateResult =>
  html`<div class="card pad tight">
    <h2>${t('nothingHeading')}</h2>
    <p class="muted">${t('nothingText')}</p>
  </div>`
