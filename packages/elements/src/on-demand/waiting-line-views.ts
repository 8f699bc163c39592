import { html, nothing, type TemplateResult } from 'lit'
import type { OnDemandRequest } from '@visitkit/sdk'
import type { BookingView } from '../booking/booking-view.ts'
import { localized } from '../core/format.ts'
import { problemView } from '../core/problem-view.ts'
import type { OnDemandView } from './on-demand-view.ts'

/** In line, taken, or no longer in line. */
export const lineView = (view: BookingView, part: OnDemandView): unknown => {
  const { request } = part.line
  if (!request) return nothing
  if (request.status === 'waiting') return inLine(view, part, request)
  return request.status === 'taken' ? taken(part) : ended(part, request)
}

const heading = ({ host }: OnDemandView, text: string): TemplateResult =>
  html`<h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${text}</h2>`

const inLine = (view: BookingView, part: OnDemandView, request: OnDemandRequest): TemplateResult => {
  const { t, host, line } = part
  const { position, estimatedMinutes, visitTypeName } = request
  const { isForOthers, patients = [] } = view.flow.catalog.value ?? {}
  const name = isForOthers ? patients.find(({ id }) => id === request.patientId)?.displayName : undefined
  const { problem, busy } = line.leaving
  return html`<div class="stack">
    <div class="tight">
      ${heading(part, position === undefined || position <= 1 ? t('next') : t('numbered', { position }))}
      <p class="num" role="status">
        ${estimatedMinutes === undefined ? t('unknownWait') : t('about', { count: estimatedMinutes })}
      </p>
    </div>
    <div class="card pad tight">
      ${name === undefined ? nothing : html`<p><b>${t('forName', { name })}</b></p>`}
      <p><bdi>${localized(visitTypeName, host.language.tag)}</bdi></p>
      <p>${t('whenTaken')}</p>
      <p>${t('keepOpen')}</p>
    </div>
    ${problem ? problemView(host, problem, { texts: t }) : nothing}
    <div>
      <button class="btn" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${() => void part.leave()}>
        ${t(busy ? 'leaving' : 'leave')}
      </button>
    </div>
  </div>`
}

/** Until its visit is read. */
const taken = (part: OnDemandView): TemplateResult => {
  const { t, host, line } = part
  const { problem } = line.taken
  return html`<div class="stack">
    ${heading(part, t('takenHeading'))}
    ${
      problem
        ? problemView(host, problem, { texts: t, retry: () => void line.loadTaken() })
        : html`<p role="status">${t('takenText')}</p>`
    }
  </div>`
}

const ended = (part: OnDemandView, { status }: OnDemandRequest): TemplateResult => {
  const { t } = part
  return html`<div class="stack">
    <div class="tight">
      ${heading(part, t('endedHeading'))}
      <p>${t(status === 'cancelled' ? 'left' : 'endedText')}</p>
    </div>
    <div class="row wrap">
      <button
        class="btn primary"
        type="button"
        @click=${() => {
          part.line.clear()
          void part.ask()
        }}
      >
        ${t('again')}
      </button>
      <button class="btn" type="button" @click=${() => part.close()}>${t('chooseTime')}</button>
    </div>
  </div>`
}
