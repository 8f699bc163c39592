import { html, type TemplateResult } from 'lit'
import { iconBack } from '../core/icons.ts'
import type { ScheduleView } from './schedule-view.ts'

/** The way back to the calendar. */
export const backButton = ({ t, close }: ScheduleView): TemplateResult =>
  html`<div>
    <button class="btn quiet small start" type="button" @click=${close}>${iconBack} ${t('back')}</button>
  </div>`
