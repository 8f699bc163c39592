import { html, nothing, type TemplateResult } from 'lit'
import type { Hold } from '@visitkit/sdk'
import { iconCheck } from '../../core/icons.ts'
import { confirmProblem } from '../../time-choice/confirm-problem.ts'
import { countdown } from '../../time-choice/countdown.ts'
import { visitText } from '../../time-choice/visit-text.ts'
import { takenFacts } from '../resource-choice.ts'
import { fact } from '../visit-facts.ts'
import { aloneField } from './alone-field.ts'
import type { NewVisitView } from './new-visit-view.ts'
import { placeText } from './place-field.ts'
import { reasonField } from './reason-field.ts'
import { stepHead } from './step-head.ts'

/** "Check the visit": who, when, with whom, and what is assigned to it. */
export const confirmPanel = (view: NewVisitView, book: () => void): TemplateResult => {
  const { t, time, flow, goTo } = view
  const { isActive, hold } = time.choice.hold
  const { busy, problem } = flow.booking
  const { held } = flow.desk
  const shown = held[0] ?? hold
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      book()
    }}
  >
    ${stepHead(view, t('confirmHeading'), 'time')} ${confirmProblem(time, problem, () => goTo('time'))}
    ${bookedBefore(view)}
    <dl class="card list">${shown ? facts(view, shown) : nothing}</dl>
    ${reasonField(view)} ${aloneField(view)}
    <div class="row wrap">
      ${
        isActive && held.length > 0
          ? html`<button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
              ${busy ? t('booking') : t('book', { count: held.length })}
            </button>`
          : nothing
      }
      ${isActive ? countdown(time) : nothing}
    </div>
  </form>`
}

const facts = (view: NewVisitView, hold: Hold): TemplateResult => {
  const { host, t, words, time, flow } = view
  const { visitType, interpreterLanguage, language } = flow.wanted
  const { additionalPractitioners = [] } = hold
  const place = placeText(view)
  const lifted = flow.typed.liftedFor(hold.id)
  return html`
    ${visits(view, hold)} ${visitType ? fact(t('visit'), visitText(time, visitType)) : nothing}
    ${place ? fact(t('place'), place) : nothing} ${fact(t('with'), hold.practitioner.displayName)}
    ${additionalPractitioners.length > 0 ? fact(t('also'), host.format.and(additionalPractitioners.map((one) => one.displayName))) : nothing}
    ${takenFacts(words, hold)}
    ${language || interpreterLanguage ? fact(t('language'), host.format.languageName(language || interpreterLanguage)) : nothing}
    ${lifted ? fact(t('outsideRules'), html`${t(`lifts_${lifted.code}`)} <span dir="auto">${lifted.reason}</span>`) : nothing}
  `
}

/** The patient and the time; for a family, each of them in order. */
const visits = ({ host, t, flow }: NewVisitView, hold: Hold): unknown => {
  const nameOf = (patientId: string | undefined): string =>
    flow.patients.find(({ id }) => id === patientId)?.displayName ?? flow.patients[0]?.displayName ?? ''
  const { held } = flow.desk
  if (held.length < 2) {
    return html`${fact(t('patient'), nameOf(hold.patientId))}
    ${fact(t('when'), html`<b>${host.format.moment(hold.start)}</b>`)}`
  }
  return held.map((one) => fact(nameOf(one.patientId), html`<b>${host.format.moment(one.start)}</b>`))
}

/** Of visits in a row: what is booked while a later one was refused. */
const bookedBefore = ({ host, t, flow }: NewVisitView): TemplateResult | typeof nothing =>
  flow.booked.length === 0
    ? nothing
    : html`<div class="banner ok">
        ${iconCheck}
        <p class="num">
          ${t('bookedBefore', {
            names: host.format.and(flow.booked.map(({ patient }) => patient?.displayName ?? t('patient'))),
          })}
        </p>
      </div>`
